/* Made by scripts/train-kinds.ts from data/kind-examples.tsv; edit those. */

/** Logits of an item that shows nothing, in the order of `STORY_KINDS`. */
export const KIND_BIAS: readonly number[] = [-0.92, 0.68, 0.44, -1.39, 0.45, 0.52, 0.51, 0.06, -0.1, -0.71, 1.18]

/** A feature a line: what speaks for and against a kind, in logits for each unit of the feature's strength. */
export const KIND_WEIGHTS = `
about:feature release 0.20 research -0.28 infrastructure -0.19 incident -0.26 opinion -0.34 tool 1.36 people -0.13 other -0.31
about:made-by-me opinion -0.17 tool 0.37
about:model release 1.20 research 0.68 policy -0.60 funding -0.23 infrastructure -0.63 incident 0.29 people -0.12 other -0.64
about:product release 0.99 research -0.50 funding -0.22 infrastructure 0.19 incident 0.39 opinion -0.76 tool 0.54 business -0.16 people -0.43
about:software release -0.59 research -0.27 policy 0.17 funding -0.14 infrastructure -0.34 opinion 0.38 tool 1.07 business 0.27 people -0.18 other -0.40
about:survey release -0.11 infrastructure 0.15 incident -0.21 opinion -0.35 business -0.23 other 1.11
cue:business release -0.14 research -0.59 policy -0.45 infrastructure 0.13 incident -0.48 opinion 0.41 tool -0.76 business 2.63 people -0.18 other -0.49
cue:funding release -0.23 research -0.44 policy -0.31 funding 2.29 infrastructure -0.32 incident -0.35 tool -0.40 business 0.29 people -0.25 other -0.17
cue:incident release -0.36 research -0.11 policy -0.21 funding -0.19 infrastructure -0.32 incident 2.53 opinion -0.11 tool -0.51 business -0.34 other -0.42
cue:infrastructure release -0.21 research -0.29 infrastructure 2.30 incident -0.38 opinion -0.12 tool -0.36 business -0.21 people -0.20 other -0.48
cue:opinion release -0.26 policy -0.25 funding 0.13 infrastructure -0.31 incident -0.40 opinion 2.46 tool -0.33 business -0.42 people -0.20 other -0.32
cue:people release -0.37 research -0.60 policy -0.52 funding -0.15 infrastructure -0.13 incident -0.50 opinion -0.34 business -0.13 people 3.08 other -0.42
cue:policy release -0.41 research -0.36 policy 2.37 funding -0.18 infrastructure -0.40 incident 0.18 tool -0.23 business -0.45 people 0.16 other -0.61
cue:release release 1.85 research -0.74 policy -0.35 funding 0.28 opinion -0.37 tool 0.85 business -0.17 people -0.30 other -0.91
cue:research release -0.34 research 1.84 funding -0.10 infrastructure -0.58 incident -0.18 opinion -0.29 business -0.39 people 0.19
cue:tool policy -0.20 funding -0.35 infrastructure -0.56 opinion 0.23 tool 1.14 business 0.78 people -0.40 other -0.73
names:agency release -0.16 research -0.19 policy 1.23 funding 0.47 infrastructure -0.39 incident -0.22 opinion -0.17 tool -0.18 business -0.14 other -0.20
names:benchmark research 0.13
names:chip research -0.18 policy 0.27 funding -0.11 infrastructure 0.85 incident -0.15 tool -0.17 business -0.31 people -0.13 other -0.15
names:company release 0.70 research -0.88 policy -0.42 funding 0.75 infrastructure 0.73 incident -0.33 opinion -0.98 tool 0.20 business 0.79 people 0.44 other -0.99
names:conference release -0.19 policy -0.15 infrastructure 0.15 other 0.43
names:fund funding 0.13
names:lab release 0.76 funding 0.70 infrastructure -0.48 incident -0.51 opinion -0.87 tool -0.27 business 0.73 people 0.59 other -0.62
names:law research -0.23 policy 1.62 infrastructure -0.20 incident -0.17 opinion -0.24 tool -0.13 business -0.12 other -0.37
names:model release 1.46 research -0.29 policy -0.36 funding -0.22 infrastructure -0.41 incident 0.61 opinion -0.40 tool -0.33 business 0.23 other -0.27
names:person release -0.12 research -0.26 policy -0.23 infrastructure -0.30 incident -0.25 opinion 0.77 tool -0.18 business -0.23 people 1.27 other -0.40
names:place release 0.11 research -0.57 policy 1.21 funding 0.22 infrastructure 0.23 incident -0.41 opinion -0.23 tool -0.58 business -0.16 people -0.20 other 0.39
names:product release 0.76 research -0.46 policy -0.31 funding -0.30 infrastructure -0.49 opinion -0.33 tool 1.12 business 0.59 other -0.56
names:project release 0.41 research -0.24 funding -0.14 incident -0.27 tool 0.84 business -0.20 people -0.10 other -0.32
names:site research -0.16 policy -0.21 infrastructure 1.08 incident -0.11 opinion -0.11 other -0.13
names:standard research -0.22 policy -0.16 infrastructure 0.25 opinion -0.11 tool 0.79 business -0.15 other -0.22
names:university release -0.19 research 0.82 infrastructure -0.10 incident -0.11 opinion -0.12 people 0.19 other -0.21
pair:から opinion 0.20
pair:が退 research -0.10 people 0.21
pair:ける policy 0.13 infrastructure -0.12 opinion 0.27
pair:でき incident 0.12
pair:で公 tool 0.13
pair:ない incident -0.11 opinion 0.11 other 0.25
pair:に対 tool 0.20
pair:のか opinion 0.35
pair:のデ infrastructure 0.11
pair:るの opinion 0.35
pair:れる policy 0.17
pair:を公 release 0.25 research -0.18 policy 0.20 infrastructure -0.11
pair:を提 research 0.31
pair:を発 release 0.23
pair:を设 research 0.15 policy 0.13 infrastructure -0.10
pair:イン infrastructure 0.31
pair:ェン release 0.21 infrastructure -0.10 incident 0.14 opinion 0.21 business -0.19 other -0.12
pair:エネ policy 0.16
pair:エー release 0.21 infrastructure -0.10 incident 0.14 opinion 0.21 business -0.19 other -0.12
pair:コー release 0.16 research 0.21 funding -0.13
pair:ザー release 0.34 incident -0.10 opinion 0.19 tool -0.10 other -0.10
pair:ジェ release 0.21 infrastructure -0.10 incident 0.14 opinion 0.21 business -0.19 other -0.12
pair:スク release 0.17 policy 0.11
pair:セン policy 0.14
pair:タを infrastructure 0.23 incident 0.25 opinion -0.11
pair:タセ policy 0.14
pair:ター policy 0.14
pair:ット release -0.11 research 0.19 other 0.17
pair:ップ release 0.16 people 0.13
pair:デル release 0.29
pair:デー policy 0.11 incident 0.27 opinion -0.10
pair:トを release 0.53 business -0.17
pair:トッ release 0.16 people 0.13
pair:ブル infrastructure 0.13 opinion 0.27 other -0.11
pair:プラ business 0.13
pair:ベン research 0.25
pair:ボッ research 0.20 other 0.18
pair:モデ release 0.29
pair:ライ infrastructure 0.31
pair:ルの release 0.20
pair:ロボ research 0.21 other 0.19
pair:ンタ policy 0.14
pair:ンチ research 0.25
pair:ント release 0.39 infrastructure -0.12 incident 0.10 opinion 0.18 business -0.20 other -0.14
pair:ーの release 0.35 policy 0.18 infrastructure -0.12
pair:ーク research 0.58 funding -0.13
pair:ージ release 0.21 infrastructure -0.10 incident 0.14 opinion 0.21 business -0.19 other -0.12
pair:ータ release -0.10 research -0.11 infrastructure 0.29 incident 0.22 opinion -0.12
pair:ード release 0.17 research -0.12
pair:ープ people 0.19
pair:ール tool 0.13 people 0.19
pair:一个 opinion 0.21
pair:一代 release 0.28 infrastructure 0.22 tool -0.12
pair:一千 research 0.14
pair:一半 opinion 0.33
pair:七成 business 0.22
pair:三季 business 0.27
pair:上下 opinion 0.22
pair:上市 funding 0.47 business -0.12
pair:上线 release 0.12 incident -0.14 tool 0.56 business -0.12
pair:上调 infrastructure 0.12 business 0.22
pair:上限 policy 0.14 infrastructure -0.11 business 0.20
pair:下一 opinion 0.21
pair:下文 opinion 0.22
pair:不再 opinion 0.12
pair:专家 opinion 0.33
pair:业务 business 0.34
pair:业级 release 0.12
pair:业者 policy 0.33 infrastructure 0.37 opinion -0.15 other -0.19
pair:两百 infrastructure 0.13
pair:个人 release 0.34 business -0.12
pair:个月 infrastructure 0.31
pair:中心 policy -0.14 infrastructure 0.27 tool 0.18
pair:为什 opinion 0.14
pair:为由 policy 0.27 tool -0.11
pair:主打 infrastructure 0.14
pair:主管 incident 0.37 other -0.11
pair:事业 business 0.16
pair:交智 release -0.11 tool -0.10 business 0.36
pair:产品 release 0.19 tool -0.12
pair:亮相 release 0.14 infrastructure 0.12 tool -0.16
pair:人工 research -0.10 policy 0.18 opinion 0.28 business -0.15 people 0.14
pair:人形 release 0.13 other 0.26
pair:亿円 funding 0.20
pair:亿参 infrastructure 0.36
pair:亿美 research -0.10 funding 0.15 infrastructure 0.34
pair:什么 research -0.15 policy 0.28 incident -0.11 other 0.31
pair:代理 tool 0.45 people -0.19
pair:代码 policy 0.15 tool -0.14
pair:以违 policy 0.27 tool -0.11
pair:价格 infrastructure 0.48 business -0.12
pair:任务 release -0.15 research 0.32
pair:份曝 incident 0.28
pair:企业 release 0.18 research -0.11 policy 0.47 infrastructure -0.12 incident -0.14 opinion -0.15 business 0.13 other -0.13
pair:优先 research 0.19
pair:会社 other 0.23
pair:会议 release -0.12 tool 0.28
pair:估框 research 0.18
pair:伺服 infrastructure 0.37 other -0.12
pair:作平 release 0.25 tool -0.12
pair:作成 incident 0.37 other -0.14
pair:使用 release -0.16 business 0.44
pair:元新 business 0.13
pair:先的 research 0.19
pair:免费 release 0.46 research -0.22 incident -0.10 opinion -0.12 business 0.28
pair:公司 release -0.13 research -0.19 policy -0.12 incident 0.62 opinion -0.20 tool -0.19 business 0.20 people 0.12 other -0.19
pair:公布 research 0.22 infrastructure 0.14 incident -0.11 tool -0.11 other 0.26
pair:公开 release 0.23
pair:内置 release 0.30 research 0.20
pair:内部 release -0.12 research 0.41 incident 0.13 opinion -0.10
pair:减半 release 0.13 research 0.41 tool -0.10
pair:出新 release 0.13 research 0.12
pair:出资 funding 0.12
pair:分享 tool 0.29
pair:创业 funding 0.18
pair:创作 release 0.40 tool -0.25
pair:到底 opinion 0.54 business -0.28
pair:功能 release 0.20 tool 0.18 business -0.13
pair:加入 tool 0.45 people -0.20
pair:加速 release -0.12 infrastructure 0.46
pair:务器 infrastructure 0.16 opinion 0.14 tool 0.12 business -0.12
pair:动画 research 0.30 business 0.11
pair:助手 release -0.45 infrastructure -0.11 incident 0.12 opinion 0.15 tool 0.51 business 0.13 other -0.16
pair:募资 funding 0.30
pair:化学 research 0.49 other -0.11
pair:十个 research 0.22 other 0.29
pair:十年 opinion 0.16 other 0.26
pair:千万 policy -0.11 funding 0.43
pair:协议 infrastructure 0.30 opinion 0.14 business -0.25
pair:单柜 release -0.10 infrastructure 0.28
pair:厂商 release -0.12 incident 0.35 opinion -0.11 business 0.18
pair:参数 infrastructure 0.36
pair:反垄 policy 0.14
pair:发布 release 0.21 policy 0.25 incident -0.16 business -0.12
pair:发社 release -0.11 tool -0.10 business 0.36
pair:发者 opinion 0.18 business -0.11
pair:发表 release 0.21
pair:司推 release 0.14
pair:合作 business 0.18
pair:向け infrastructure 0.28 business 0.12
pair:员工 funding 0.17
pair:周活 business 0.29
pair:商与 infrastructure 0.13
pair:商店 release 0.12 policy 0.22 tool -0.23
pair:器人 research 0.12 funding 0.11 infrastructure -0.15 incident 0.17 tool -0.13 other 0.12
pair:团队 release 0.29 research 0.27 policy -0.10 opinion -0.10 other -0.15
pair:垄断 policy 0.14
pair:型的 opinion 0.24
pair:型第 release 0.27 tool -0.14
pair:型被 release -0.36 incident 0.49
pair:型身 incident 0.43
pair:型选 research -0.10 incident -0.11 tool 0.54
pair:基准 policy 0.20 infrastructure -0.10
pair:多家 business 0.24
pair:大模 release 0.41 research -0.25 policy -0.12 infrastructure -0.20 incident -0.20 opinion 0.22 other 0.27
pair:套餐 business 0.16
pair:季度 business 0.19
pair:学习 research 0.60 opinion -0.11
pair:学生 business 0.27 other 0.12
pair:完成 funding 0.13
pair:官方 tool 0.30
pair:实验 business 0.14
pair:客服 policy 0.39 other -0.11
pair:对话 release 0.18 incident -0.11 tool 0.23
pair:対応 tool 0.24
pair:小时 other 0.25
pair:工作 infrastructure 0.33
pair:工智 research -0.10 policy 0.18 opinion 0.28 business -0.15 people 0.14
pair:市场 infrastructure 0.33 business -0.17
pair:布新 release 0.14
pair:平台 release 0.19 policy -0.10 infrastructure 0.27 incident 0.47 tool -0.39 business -0.10 other -0.17
pair:年の research -0.10 other 0.62
pair:应用 release -0.42 policy 0.62 tool 0.13
pair:开发 release 0.14 opinion 0.17 tool -0.19
pair:开始 policy -0.11 infrastructure 0.14 business 0.24
pair:开幕 research -0.10 policy -0.14 infrastructure -0.10 incident -0.12 other 0.73
pair:开放 release 0.30 research -0.18 tool -0.12 business 0.19
pair:开源 release -0.23 research -0.12 policy -0.14 funding 0.40 infrastructure -0.12 incident 0.52 opinion -0.14 tool 0.13 business -0.19
pair:形机 release 0.13 other 0.26
pair:情报 incident 0.12
pair:成立 business 0.15
pair:我们 opinion 0.29
pair:手机 release -0.21 incident 0.20 tool 0.31
pair:承担 opinion 0.22
pair:承认 incident 0.31
pair:技能 release 0.15 tool 0.28
pair:报告 research 0.23 incident 0.29 other -0.10
pair:拦截 release -0.14 policy 0.46 tool -0.19
pair:据中 infrastructure 0.12
pair:推出 release 0.15 research -0.15 policy -0.10 infrastructure -0.15 incident -0.21 opinion -0.17 tool 0.34 business 0.47
pair:推理 release -0.14 infrastructure 0.15 incident -0.11 opinion 0.21
pair:推论 infrastructure 0.40 incident -0.10
pair:提出 research 0.47 tool -0.11
pair:提升 research 0.10 tool 0.12
pair:插件 release -0.10 tool 0.17
pair:搜索 tool 0.15
pair:搭载 release 0.30
pair:支持 release 0.57 tool -0.12 business -0.16
pair:支援 tool 0.15
pair:放模 business 0.24
pair:数学 release 0.24
pair:数据 release 0.11 incident 0.24 tool -0.14 other -0.12
pair:文公 research 0.13
pair:文达 release 0.10
pair:断调 policy 0.14
pair:新一 release 0.33 infrastructure 0.11 tool -0.11
pair:新增 tool 0.16
pair:新版 release -0.14 research 0.31 incident -0.10 opinion 0.39 tool -0.11
pair:方向 opinion 0.21
pair:方法 research 0.18
pair:施行 policy 0.32
pair:无人 research -0.11 incident 0.30 other 0.27
pair:日本 research 0.28 funding -0.13
pair:显存 opinion 0.24
pair:晶片 release 0.21
pair:智能 release 0.71 research 0.28 funding -0.13 infrastructure -0.23 incident -0.38 opinion 0.37 tool -0.16 other -0.37
pair:曝光 incident 0.28
pair:更新 release -0.11 policy 0.47 tool -0.22
pair:最高 research 0.22 infrastructure -0.14 business 0.28
pair:月免 tool 0.15
pair:月翻 infrastructure 0.31
pair:月起 infrastructure -0.10 business 0.17
pair:有用 opinion 0.44
pair:服务 infrastructure 0.14 opinion 0.12 business -0.15
pair:服器 infrastructure 0.37 other -0.12
pair:本地 research -0.11 infrastructure 0.30 incident -0.14 opinion 0.20
pair:本语 research 0.28 funding -0.13
pair:机厂 incident 0.25
pair:机器 release -0.11 research 0.19 funding 0.11 infrastructure -0.15 incident 0.17 tool -0.14 other 0.11
pair:机架 release -0.16 infrastructure 0.38
pair:机能 tool 0.10
pair:条例 policy 0.18
pair:架构 research 0.40
pair:某公 release 0.15 incident 0.13 tool -0.19
pair:框架 research 0.16 tool 0.14
pair:桌面 infrastructure 0.31 incident -0.13 tool 0.16
pair:模型 policy -0.25 funding -0.11 infrastructure -0.40 incident 0.26 opinion 0.13 business 0.42
pair:正式 release 0.39 tool -0.15
pair:每月 tool 0.15
pair:氏が opinion 0.13
pair:沙箱 release -0.13 tool 0.19
pair:法案 policy 0.18
pair:法院 policy 0.18
pair:活跃 business 0.29
pair:测试 research 0.13 incident 0.15 tool -0.11
pair:浏览 release 0.16
pair:混合 research 0.12
pair:热议 opinion 0.22
pair:版本 release -0.13 research 0.33 opinion 0.18
pair:版权 policy 0.20
pair:状态 research 0.15
pair:理模 opinion 0.27
pair:生成 release 0.15 research -0.15 policy 0.29 infrastructure -0.12 incident 0.20 tool -0.27
pair:用商 policy 0.22
pair:用户 release 0.17 research -0.18 policy -0.12 infrastructure -0.13 incident -0.19 opinion 0.25 tool -0.29 business 0.70 other -0.15
pair:用智 research 0.18
pair:用更 policy 0.27 tool -0.11
pair:用电 policy 0.31 infrastructure 0.15 opinion -0.13 other -0.15
pair:界面 release -0.15 tool 0.57
pair:発表 infrastructure 0.26
pair:百万 research 0.20
pair:百亿 infrastructure 0.31 business -0.17
pair:百种 research 0.14
pair:直接 policy 0.39 tool 0.11 other -0.11
pair:研发 release -0.11 tool -0.10 business 0.36
pair:研模 business -0.10 people 0.18
pair:研究 research 0.40 policy -0.10 people 0.13
pair:确认 research 0.12 incident 0.11 business 0.14
pair:社交 release -0.11 tool -0.10 business 0.36
pair:种语 research 0.13 tool -0.11
pair:程工 incident 0.12 tool -0.11 business 0.20
pair:程智 research 0.17
pair:程类 policy 0.27 tool -0.11
pair:空间 research 0.12 opinion 0.18
pair:突破 funding -0.22 business 0.43
pair:第三 research 0.16
pair:第二 release 0.29 research -0.10 tool -0.13
pair:签下 infrastructure 0.30 business -0.12
pair:签署 policy 0.11 infrastructure 0.16
pair:简化 research -0.10 incident -0.11 tool 0.54
pair:算中 infrastructure 0.11
pair:算力 release -0.10 policy 0.23 funding -0.12 infrastructure 0.30
pair:类应 release -0.14 policy 0.48 tool -0.19
pair:系统 research 0.30
pair:线并 tool 0.23
pair:编程 release -0.12 research 0.12 policy 0.20 opinion -0.10 tool -0.16 business 0.14
pair:编辑 tool 0.22
pair:网友 opinion 0.40
pair:网搜 tool 0.15
pair:美元 release -0.21 research -0.13 policy -0.17 funding 0.58 infrastructure 0.27 incident -0.12 tool -0.12 business 0.12
pair:翻译 research 0.13
pair:联合 release -0.17 research 0.15
pair:联盟 business 0.24
pair:联网 tool 0.15
pair:能体 release 0.21 research 0.28 policy -0.22 funding -0.11 infrastructure -0.13 incident -0.26 tool 0.28 business 0.31 other -0.21
pair:能法 policy 0.39 opinion -0.11
pair:自动 release 0.22 tool 0.27 people -0.19
pair:自己 research 0.29
pair:自研 release -0.10 infrastructure 0.20 business -0.13 people 0.17
pair:芯片 release -0.12 infrastructure 0.59 tool -0.12
pair:表新 release 0.21
pair:表现 research 0.37
pair:观点 opinion 0.31
pair:视频 release 0.28 research 0.30 opinion -0.11 tool -0.30 business 0.10
pair:览器 release 0.16
pair:言的 research 0.13
pair:警告 opinion 0.49
pair:计算 research 0.56 incident -0.13 opinion -0.12 tool 0.15 other -0.14
pair:认为 incident 0.11 opinion 0.48 tool -0.14 business -0.15
pair:认知 research 0.18
pair:训练 release 0.31
pair:记忆 research 0.14
pair:论文 research 0.29
pair:设计 research 0.34
pair:证明 release 0.24
pair:评估 research 0.18
pair:识别 release 0.16 research -0.11
pair:识者 opinion 0.29
pair:诈骗 incident 0.23
pair:译系 research 0.14
pair:语言 research 0.27 tool -0.11
pair:语音 release 0.37 tool -0.11
pair:调整 infrastructure -0.11 business 0.48
pair:调查 other 0.35
pair:负责 business -0.10 people 0.20
pair:责人 business -0.10 people 0.20
pair:费用 release 0.25 tool -0.15 business 0.34
pair:资料 tool 0.38 people -0.19
pair:起诉 policy 0.18
pair:身份 incident 0.43
pair:辑器 tool 0.22
pair:达百 release 0.10
pair:选择 research -0.10 incident -0.11 tool 0.54
pair:通用 research 0.18
pair:通过 release -0.12 funding 0.20 tool 0.25 business -0.10
pair:部署 opinion 0.22 tool 0.19
pair:部门 incident 0.31 opinion -0.11 people 0.29 other -0.15
pair:量产 infrastructure 0.40
pair:长文 opinion 0.43
pair:队提 research 0.29
pair:降低 opinion 0.23
pair:需求 infrastructure 0.33 business -0.17
pair:需要 opinion 0.35
pair:项目 release -0.19 tool 0.50
pair:顾问 policy -0.14 incident 0.32 people 0.16
pair:预计 release -0.11 tool -0.10 business 0.36
pair:额度 business 0.15
pair:风险 research 0.38
pair:验室 business 0.14
pair:高风 research 0.38
pair:개발 research 0.33 incident -0.12 opinion 0.27 tool -0.30 business 0.30 other -0.18
pair:개인 policy 0.33
pair:공개 release 0.58 research -0.20 funding -0.16 infrastructure 0.37 incident -0.10 tool -0.20
pair:공급 infrastructure 0.27
pair:구팀 research 0.26
pair:기능 tool 0.13
pair:기업 policy 0.39 other -0.12
pair:데스 release 0.18 tool 0.32 other -0.10
pair:데이 opinion 0.15
pair:도구 research -0.14 opinion -0.25 tool -0.18 business 0.92
pair:도입 business 0.26
pair:딥페 policy 0.11 incident 0.28
pair:라우 release 0.36 infrastructure 0.22 incident -0.10 tool -0.12 other -0.11
pair:랫폼 release -0.15 infrastructure 0.20
pair:로봇 research 0.13 other 0.31
pair:리는 tool 0.14
pair:모델 release 0.21 research 0.20 incident -0.17 opinion 0.19 business -0.11 other -0.12
pair:발자 research -0.14 opinion 0.34 tool -0.24 business 0.22
pair:브라 release 0.37
pair:비심 funding 0.27
pair:상담 research -0.10 incident 0.27 other 0.21
pair:상장 funding 0.27
pair:설계 funding 0.17
pair:세대 release 0.12 research -0.17 infrastructure 0.25
pair:센터 policy -0.13 infrastructure 0.19 opinion 0.16
pair:소스 tool 0.14
pair:스닥 funding 0.27
pair:스크 release 0.18 tool 0.32 other -0.10
pair:스템 incident 0.42 other -0.12
pair:시스 incident 0.42 other -0.12
pair:심사 funding 0.27
pair:양산 release -0.15 infrastructure 0.41
pair:업이 policy 0.39 other -0.12
pair:에서 research -0.10 opinion 0.29 tool 0.12
pair:에이 opinion 0.36 tool 0.10 business -0.12
pair:연구 research 0.29 business 0.16
pair:예비 funding 0.27
pair:오픈 tool 0.14
pair:요금 opinion 0.28
pair:용자 research -0.14 incident -0.10 opinion 0.51 tool -0.21 business 0.26
pair:우저 release 0.37
pair:유출 opinion 0.25
pair:이용 research -0.12 opinion 0.56 tool -0.11
pair:이전 opinion 0.36 tool 0.10 business -0.12
pair:이크 policy 0.11 incident 0.28
pair:이터 opinion 0.17
pair:인수 tool -0.14 business 0.43
pair:인정 policy 0.33
pair:자들 opinion 0.40 tool -0.12
pair:자원 policy -0.10 infrastructure 0.42 other -0.11
pair:전트 opinion 0.36 tool 0.10 business -0.12
pair:절반 research 0.21 incident -0.12 opinion -0.11 other 0.41
pair:정보 policy 0.33
pair:정부 policy -0.16 infrastructure 0.22
pair:제작 incident 0.34
pair:지원 tool 0.14
pair:청구 funding 0.27
pair:추론 release -0.10 research 0.31 infrastructure 0.17
pair:출시 release 0.37
pair:코딩 opinion -0.16 tool -0.18 business 0.53
pair:코스 funding 0.27
pair:크톱 release 0.18 tool 0.32 other -0.10
pair:터센 opinion 0.17
pair:페이 policy 0.11 incident 0.28
pair:평가 opinion 0.17
pair:픈소 tool 0.14
pair:플랫 release -0.15 infrastructure 0.20
shape:asked release -0.30 research 0.37 policy 0.24 infrastructure -0.16 incident -0.23 opinion 0.10 tool -0.35 business -0.17 people 0.24 other 0.31
shape:first-person policy -0.19 infrastructure -0.22 opinion 0.51 tool 0.63 business -0.19 people -0.13 other -0.36
shape:money policy -0.17 funding 1.44 incident -0.18 opinion -0.42 tool -0.44 business 0.41 people -0.26 other -0.43
shape:percent release -0.32 research 0.44 policy -0.31 funding 0.39 infrastructure 0.23 incident -0.22 opinion -0.37 tool 0.14 business 0.27 other -0.17
shape:question release -0.29 research -0.12 policy 0.23 infrastructure -0.23 incident -0.21 opinion 0.65 tool -0.37 business -0.20 people 0.26 other 0.34
shape:quoted research -0.10 incident -0.11 opinion 0.67 other -0.13
shape:retold release -0.42 research -0.16 policy -0.16 funding 0.43 infrastructure 0.21 opinion 0.90 tool -0.52 people -0.21
shape:version release 0.66 research 0.22 policy 0.18 infrastructure 0.17 incident -0.40 opinion -0.24 tool 0.14 people -0.48 other -0.29
word:about research -0.13 policy 0.21 other 0.23
word:accele release 0.17 research 0.21 infrastructure 0.29 opinion -0.22 other -0.12
word:accept policy 0.26
word:access business 0.13
word:across release 0.10 research 0.21 tool -0.16
word:adds release -0.11 tool 0.31
word:advice policy -0.19 incident 0.32 opinion 0.14
word:after release -0.15 research -0.16 funding 0.27 infrastructure -0.32 incident 0.68 tool -0.22 business 0.29 other -0.28
word:agains release -0.22 opinion 0.58 tool -0.12
word:agent release 0.55 research 0.12 policy -0.17 infrastructure -0.23 incident 0.41 tool -0.24 other -0.24
word:agenti infrastructure 0.26
word:agents research 0.12 funding -0.11 infrastructure -0.23 incident -0.42 opinion 0.47 tool 0.42 people -0.12
word:ago opinion -0.14 tool 0.24
word:agree infrastructure 0.18 business -0.12
word:agreem infrastructure 0.28
word:ai release 0.29 research -0.24 infrastructure -0.16 incident 0.26 tool -0.36 business -0.13 other 0.29
word:allian business 0.23
word:alpha tool 0.17
word:americ other 0.11
word:an research -0.15 policy -0.18 funding -0.10 infrastructure 0.12 incident 0.21 opinion 0.15 tool 0.43 business -0.24 other -0.20
word:analys research 0.41 incident -0.12 opinion -0.25
word:and release 0.22 research -0.20 policy 0.10 incident -0.31 opinion 0.61 tool 0.38 business -0.45 people -0.27 other -0.14
word:announ release 0.12 funding 0.17 business -0.19 people 0.16
word:anothe release 0.28 research -0.18
word:answer incident 0.20 tool 0.16
word:any tool 0.21
word:anyone research -0.19 opinion 0.33
word:api release 0.18 opinion 0.26 tool -0.36 business 0.16
word:apolog incident 0.24
word:app release -0.26 research -0.10 policy 0.17 incident -0.26 tool 0.42 business 0.23 other -0.14
word:approv policy 0.27 funding -0.15
word:apps release -0.12 policy 0.12 incident 0.11
word:archit research 0.21
word:are research -0.39 policy -0.13 opinion 0.58 tool 0.38 other -0.17
word:argue policy 0.28
word:around tool 0.19
word:arrive release 0.38 tool -0.19
word:art opinion 0.25 other 0.22
word:as release -0.24 research 0.31 policy -0.30 infrastructure 0.35 tool -0.18 people 0.33 other -0.15
word:ask opinion 0.16
word:asked opinion -0.15 tool 0.23
word:assist release 0.32 policy 0.28 infrastructure -0.25 business 0.12 people -0.11 other -0.42
word:at research 0.59 infrastructure 0.21 opinion -0.16 tool -0.16 business -0.42 people -0.10
word:attent release -0.15 research 0.61 opinion 0.13 tool -0.20
word:attrib incident 0.22
word:audit release 0.15 tool 0.12
word:author release -0.20 research 0.42 policy 0.54 funding -0.17 infrastructure -0.11 incident -0.13 opinion -0.14 business -0.12 people 0.12 other -0.13
word:automa people 0.13
word:availa release 0.30 tool -0.13
word:away business 0.12
word:back incident 0.19
word:backgr tool 0.25
word:bad incident 0.20 other 0.20
word:batchi opinion 0.16
word:batter incident 0.42
word:be release -0.44 research -0.12 incident 0.56 tool -0.15 business 0.25
word:beats research 0.28
word:become opinion 0.40 tool -0.19
word:becomi opinion 0.15
word:been release 0.28 opinion 0.26 tool -0.14
word:before research -0.12 policy 0.16 opinion -0.15 tool 0.10 other 0.29
word:behind opinion -0.13 business 0.51
word:below research 0.35
word:benchm research -0.22 incident 0.23 tool 0.21
word:best research 0.11 other 0.22
word:better other 0.23
word:betwee policy 0.31 funding -0.15
word:billio release -0.18 research -0.15 policy 0.23 funding 0.46 infrastructure 0.14 business -0.20
word:biolog research 0.23
word:bits research 0.35
word:blackw infrastructure 0.13
word:blocks policy 0.28
word:board policy 0.19
word:breaks incident 0.18
word:brings tool 0.47 business -0.14
word:browse release 0.13 tool 0.13
word:buildi incident 0.32 tool 0.16
word:built incident 0.29 opinion -0.23 tool 0.15
word:busine opinion 0.20 business 0.28
word:buys business 0.30
word:by infrastructure 0.28 incident -0.23 opinion 0.27 tool 0.17 business -0.33
word:cable infrastructure 0.39 people -0.13
word:cachin release -0.23 opinion 0.12 tool 0.28
word:calend research -0.12 incident 0.35
word:call release -0.12 research -0.25 opinion 0.32 other 0.33
word:callin opinion 0.42
word:can research 0.13 policy -0.15 incident -0.13 opinion -0.42 tool 0.66 business -0.13 other 0.13
word:capabi research 0.16
word:capaci infrastructure 0.39
word:card infrastructure 0.15 tool 0.19
word:case release -0.23 research 0.12 policy 0.31 infrastructure -0.12 opinion 0.25 business -0.12
word:cases incident 0.37 opinion -0.10
word:celebr other 0.55
word:centre research -0.14 infrastructure 0.17 incident 0.29 business -0.12
word:ceo incident 0.17 opinion 0.13
word:chain research 0.12 policy 0.24 opinion -0.14
word:change release -0.14 policy 0.32 incident -0.12 tool 0.17
word:charac release 0.35
word:charge release 0.16 research -0.16 funding -0.12 incident 0.45
word:chart other 0.24
word:chat tool 0.28
word:chatbo research -0.26 policy 0.42 infrastructure -0.19 incident 0.40 tool -0.13 business -0.15 other 0.11
word:chats tool 0.16
word:cheap opinion 0.14
word:cheape research -0.11 tool 0.25
word:checkp release 0.19
word:checks policy 0.13
word:chief research -0.18 policy -0.14 opinion -0.11 business -0.13 people 0.78
word:chip policy -0.12 funding 0.15 infrastructure 0.12 opinion -0.14 tool -0.11 business 0.49 other -0.11
word:chipma release -0.15 funding 0.38
word:chips infrastructure 0.24
word:choice opinion 0.13
word:citing research -0.12 incident 0.29 tool -0.12
word:class infrastructure 0.19 opinion 0.29
word:clip release 0.25
word:clonin release 0.12 tool 0.24
word:closed release 0.20 opinion -0.11 tool -0.10 business 0.21
word:cloud infrastructure 0.15 business 0.15
word:code release -0.32 research 0.39 infrastructure -0.12 tool 0.48 other -0.18
word:coding release -0.18 business 0.40 other -0.12
word:collec policy 0.27 opinion -0.13
word:comes people 0.33
word:coming release 0.14 opinion -0.21 other 0.32
word:comman incident 0.34 opinion -0.13 tool 0.16
word:commen research -0.15 opinion 0.64 tool -0.12 business -0.11
word:commit release -0.10 policy 0.20 infrastructure -0.10
word:compac research 0.26
word:compan research -0.18 policy 0.12 funding 0.12 infrastructure -0.13 incident 0.10 tool -0.28 business 0.29 other -0.15
word:compar research 0.30 infrastructure 0.28 incident -0.11 other -0.22
word:compat release -0.11 tool 0.56
word:compil release -0.14 tool 0.34
word:compla incident 0.16 opinion 0.23
word:comple funding 0.13 infrastructure -0.12 business 0.32
word:comput release 0.18 research 0.34 infrastructure 0.33 tool -0.19 business -0.27
word:confer release 0.13 opinion -0.11 other 0.32
word:confir incident 0.23 opinion -0.17
word:consul policy -0.13 incident 0.37
word:consum release -0.17 policy 0.15 infrastructure 0.26 incident -0.13 opinion -0.19 tool 0.26 business 0.11 other -0.11
word:contai research 0.11
word:contex research 0.11
word:contra policy -0.17 incident 0.42 tool -0.10
word:contri release -0.10 tool 0.10
word:contro release -0.13 tool 0.32
word:conver research 0.17 opinion -0.15 other 0.24
word:cook opinion 0.17
word:cooled infrastructure 0.32
word:could opinion 0.27
word:countr other 0.25
word:course opinion -0.18 tool 0.20 other 0.27
word:court incident 0.31
word:credit incident 0.10 business 0.31
word:cursor release -0.11 tool 0.25
word:custom release 0.16 tool 0.14
word:cuts business 0.28
word:daily opinion 0.14
word:data release -0.12 research 0.11 policy 0.12 incident 0.15 opinion -0.15 business 0.25 other -0.27
word:databa incident 0.34 business -0.10
word:datase policy 0.40 tool -0.13
word:day funding 0.33 opinion -0.21 business -0.15 other 0.22
word:days opinion 0.21
word:deal infrastructure 0.40 business -0.17
word:debate opinion 0.22
word:decodi infrastructure 0.12
word:deep opinion -0.12 other 0.29
word:deepfa policy 0.18
word:defenc research -0.11 policy 0.20 opinion 0.23 other -0.13
word:demand policy 0.17 infrastructure 0.18 business 0.11
word:dense research 0.40
word:depart research -0.12 policy 0.16 incident -0.12 opinion -0.18 business 0.42 people 0.24 other -0.13
word:deploy incident 0.20
word:depth release -0.12 research 0.31
word:descri opinion 0.35 tool -0.12
word:design research 0.25 funding 0.19 tool -0.14
word:develo opinion -0.16 business 0.31
word:device release 0.43 tool -0.15
word:digest opinion 0.14
word:direct research 0.26 people 0.14
word:disagr opinion 0.16
word:discus opinion 0.28
word:do release 0.23 research 0.11 policy -0.12 incident 0.36 tool -0.16 other -0.16
word:does research 0.14
word:dog research 0.14 incident 0.11
word:doubt research 0.14
word:down business 0.12
word:draft policy 0.20 incident -0.13
word:drafts policy 0.41
word:draws other 0.27
word:drops business 0.31
word:each opinion 0.16
word:early opinion 0.14 tool 0.14
word:editor release -0.14 incident 0.26
word:effect policy 0.22
word:effici release -0.13 research 0.19
word:emphas opinion 0.19
word:encode research 0.40
word:ends opinion 0.18
word:engine research -0.41 opinion 0.34 other 0.30
word:enterp release 0.30 tool -0.17 business 0.14
word:enters infrastructure 0.27
word:equal research 0.18
word:error incident 0.27
word:estima research 0.11 business 0.20
word:evals opinion 0.12
word:evalua tool 0.12 other 0.26
word:every opinion 0.18 tool -0.19 business 0.21
word:everyo release 0.62 incident -0.11 opinion -0.28 tool -0.12 other 0.26
word:execut policy -0.13 incident 0.42
word:expand release 0.25 funding 0.22
word:experi research 0.19 opinion 0.17
word:export research -0.12 incident 0.27
word:extens tool 0.21
word:fab infrastructure 0.11
word:failur research 0.39 opinion -0.24
word:falls release -0.24 incident 0.35
word:family incident 0.33 opinion -0.15
word:farms infrastructure 0.30 opinion -0.13
word:fast research 0.17
word:faster release -0.15 opinion 0.15 tool 0.23
word:featur release 0.22 opinion -0.12 tool -0.16 business 0.17
word:fewer research 0.16
word:figure research -0.17 infrastructure 0.27 incident 0.20
word:file opinion 0.14
word:files funding 0.25 tool 0.11 business -0.11
word:financ policy 0.27
word:find research 0.10 opinion -0.12 other 0.23
word:finds research 0.17 incident -0.12 opinion -0.19 tool 0.14 other 0.13
word:fine incident -0.13 tool 0.25
word:fines policy 0.38 opinion -0.14
word:firm funding 0.20 infrastructure -0.12 incident 0.22 opinion -0.13 business 0.26 other -0.11
word:firms research -0.14 policy 0.35 opinion 0.12 other -0.15
word:first release -0.14 research 0.15 funding 0.35 infrastructure 0.11 incident -0.19 business -0.21 people 0.14 other -0.12
word:five research -0.11 infrastructure 0.17 opinion 0.12 other 0.17
word:flash release 0.14
word:follow incident 0.15 opinion -0.17 tool 0.16
word:for release 0.19 research -0.48 funding 0.18 incident -0.31 opinion 0.13 tool 0.34 business 0.16 other -0.27
word:foreca business 0.13
word:formal release 0.45 research 0.16 opinion -0.13
word:former people 0.18
word:forms business 0.35
word:found research 0.14 other 0.16
word:founde business 0.37 people 0.14
word:four release 0.13 other 0.20
word:frames research 0.11
word:framew research 0.32 policy 0.27 incident -0.12 tool -0.30 business -0.16
word:free release 0.61 research -0.14 policy -0.12 incident -0.14 other -0.16
word:from research 0.13 funding 0.18 tool 0.21 business -0.21 people 0.23 other -0.40
word:front opinion 0.22
word:full tool 0.20
word:fund funding 0.40 business -0.14
word:gains research 0.24 opinion -0.11 tool 0.16
word:gb opinion 0.32 tool -0.11
word:genera release 0.29 research 0.20 policy 0.55 infrastructure -0.26 incident -0.10 opinion -0.24 tool 0.18 business -0.28 people -0.12 other -0.14
word:get business 0.30
word:gets release -0.15 research -0.21 funding 0.19 incident -0.12 opinion 0.27 tool 0.43 business -0.11 other -0.13
word:gigawa infrastructure 0.14
word:give business 0.10
word:gives infrastructure 0.17 opinion 0.13 tool -0.12
word:go infrastructure 0.17 opinion 0.19
word:goes release 0.41 research -0.23 policy -0.11 infrastructure 0.11 tool -0.12 people 0.13 other -0.13
word:good opinion 0.22
word:got opinion -0.10 tool 0.45
word:govern policy 0.22 incident 0.28 opinion -0.10 tool -0.20 business -0.12 people 0.14
word:gpu release -0.17 research -0.20 policy -0.18 funding -0.15 infrastructure 1.34 incident -0.13 opinion -0.17 tool 0.26 business -0.44 other -0.11
word:gpus release -0.10 funding -0.12 infrastructure 0.24 incident 0.15 tool 0.15
word:group business 0.28
word:grow research 0.15
word:grows opinion 0.11
word:gw infrastructure 0.13
word:half opinion 0.23 business -0.21
word:halves research 0.19
word:hand tool 0.15
word:hardwa release -0.11 tool 0.22
word:has release 0.25 opinion 0.23
word:have infrastructure 0.11
word:he opinion 0.11 people 0.16
word:head opinion 0.21 people 0.13
word:histor other 0.24
word:hits funding 0.13 incident 0.13 business -0.12
word:hn opinion 0.14
word:home release 0.25 opinion 0.10
word:hours policy 0.13 incident 0.23
word:how research 0.29 incident -0.18 business -0.15 other 0.30
word:hub release -0.11 tool 0.22
word:humano incident 0.34 business -0.17
word:hundre research 0.22
word:hybrid research 0.23
word:image release 0.52 research -0.18 infrastructure -0.10 incident -0.14 opinion -0.26 tool 0.19
word:images release 0.25 policy -0.17 incident 0.26
word:improv research 0.29
word:in release 0.12 research 0.29 policy -0.54 funding 0.29 infrastructure -0.18 incident 0.16 opinion -0.45 tool 0.13 business -0.11 other 0.23
word:includ incident 0.16 tool 0.19
word:infere release -0.17 research 0.37 policy -0.20 incident -0.18 opinion 0.25 business 0.13 other -0.22
word:inside release -0.13 research 0.62 infrastructure -0.12 opinion -0.17 tool -0.11 business 0.26 other -0.13
word:instal release -0.13 tool 0.12 business 0.31
word:instru research 0.11 opinion 0.13
word:intell release 0.25 research 0.34 policy -0.12 tool -0.19
word:interf tool 0.19
word:intern release -0.12 research 0.34 incident 0.11
word:into policy 0.11 tool 0.14
word:introd opinion -0.21 tool 0.21 other 0.26
word:invest other 0.21
word:ipo funding 0.27
word:is release 0.58 research -0.15 policy -0.33 infrastructure -0.23 incident -0.25 opinion 1.04 tool -0.34 business -0.67 people 0.38
word:it release -0.27 policy -0.13 opinion 0.60 tool 0.14 people -0.10 other -0.20
word:its release 0.14 research -0.45 policy 0.12 infrastructure -0.31 opinion -0.20 tool -0.15 business 1.03 people -0.18
word:job research -0.35 other 0.41
word:jobs opinion 0.25 tool -0.16 business 0.28
word:join infrastructure 0.38 people -0.16
word:joins people 0.16
word:joint business 0.11
word:judge research 0.17 policy 0.31 funding -0.15
word:junior opinion 0.23
word:keepin opinion 0.13
word:kernel opinion 0.20
word:key research -0.12 incident 0.27
word:keynot infrastructure 0.20
word:lab infrastructure 0.13 incident -0.11 tool -0.30 business 0.20 people 0.20 other -0.17
word:labels release -0.15 policy 0.41 tool 0.12
word:labs business 0.31
word:langua release 0.16 opinion -0.11 tool -0.20 other 0.36
word:laptop tool 0.21
word:large research -0.10 opinion 0.28
word:larger tool 0.20
word:larges tool 0.19
word:last infrastructure 0.27
word:latenc research 0.12 infrastructure 0.12
word:latent research 0.40
word:launch release 0.41 infrastructure -0.27 incident 0.26 business -0.14
word:layer research 0.23
word:lead release -0.14 research -0.12 people 0.77
word:leader opinion 0.18
word:leak research 0.11
word:leaks people 0.21
word:learni research 0.35 infrastructure -0.13 incident -0.11 opinion -0.19 people 0.14 other 0.19
word:legal funding 0.22 incident 0.14
word:lesson opinion 0.13 tool 0.12
word:lets opinion -0.17 tool 0.51
word:level research 0.26
word:librar research -0.18 policy 0.39 opinion -0.15 tool 0.21 business -0.11
word:licenc release 0.36 research -0.25 policy 0.57 incident -0.11 opinion -0.13 tool -0.19
word:like infrastructure 0.24
word:limits opinion 0.11
word:line release -0.12 tool 0.17
word:linear research 0.34
word:list release -0.14 policy 0.26 infrastructure -0.12 opinion -0.19 other 0.29
word:llm release -0.10 incident 0.26
word:local release -0.27 research -0.26 policy -0.15 infrastructure -0.12 incident -0.16 opinion 0.19 tool 0.90 business -0.17 other 0.16
word:log release 0.15 tool 0.11
word:long release 0.12
word:longer policy 0.24
word:look infrastructure 0.23 opinion -0.15
word:looks infrastructure 0.24
word:loop tool 0.16
word:loses other 0.34
word:lost policy -0.16 incident 0.62 opinion -0.15
word:low infrastructure 0.12 incident 0.27 tool -0.11
word:mac tool 0.29
word:machin other 0.28
word:made policy -0.23 incident 0.28 opinion 0.11 other 0.15
word:make tool 0.12
word:maker release -0.21 incident 0.10 opinion -0.23 tool 0.28 business 0.47
word:makes release 0.30 business -0.10
word:markdo research -0.18 tool 0.47
word:market opinion 0.20
word:masked research 0.40
word:mathem release 0.49
word:matrix release -0.14 research 0.24
word:matter opinion 0.23
word:may business 0.22
word:measur research 0.83 policy -0.12 incident -0.11 tool -0.16 other -0.14
word:memory research 0.23 policy -0.14 infrastructure 0.32 incident -0.16 opinion 0.16 business -0.20 other -0.16
word:mentio opinion 0.10
word:millio research 0.20 policy -0.12 funding 0.30 infrastructure 0.11 tool -0.14 business -0.23
word:mini release 0.17
word:mining research 0.13
word:minist policy 0.22 opinion -0.13
word:minors incident 0.27
word:minute research 0.11
word:missin incident 0.22
word:mixtur release 0.11
word:moat opinion 0.26
word:model release 0.28 research -0.21 funding -0.12 infrastructure -0.21 incident 0.59 tool 0.12 other -0.37
word:models release -0.24 research 0.34 policy -0.13 funding 0.14 infrastructure -0.15 incident -0.19 opinion -0.18 people 0.16 other 0.16
word:month research 0.15
word:months release 0.11
word:more opinion 0.16 other 0.11
word:most opinion 0.24 tool -0.17 other 0.11
word:moves research 0.18 people 0.26
word:much opinion 0.16
word:multi tool 0.20
word:music policy 0.13 tool 0.12
word:must infrastructure 0.23
word:mw infrastructure 0.28
word:my research -0.13 opinion 0.48
word:nano release 0.14
word:nature research 0.47 incident -0.14
word:networ tool 0.15 other 0.24
word:neural tool 0.19 other 0.19
word:new release 0.64 research 0.13 policy 0.16 funding -0.10 incident -0.29 opinion -0.28 tool -0.16 business 0.22 people 0.14 other -0.43
word:next release 0.37 infrastructure 0.28 opinion 0.10 business -0.33
word:no research 0.20 policy 0.23
word:not release -0.21 research 0.53 policy -0.17 infrastructure -0.11 incident 0.20 tool -0.16 business 0.21 other -0.18
word:notabl opinion 0.19
word:notes release -0.19 funding 0.25 infrastructure -0.12 tool 0.33 business -0.28 other 0.26
word:noting opinion 0.21
word:now release 0.20 research -0.25 infrastructure -0.15 incident -0.19 opinion -0.16 tool 0.79 other -0.13
word:number other 0.29
word:ocr release 0.20
word:oems release -0.13 infrastructure 0.45
word:of release 0.21 research 0.30 policy -0.24 funding 0.39 infrastructure -0.19 opinion -0.14 tool -0.46 people 0.42 other -0.25
word:off release -0.10 incident 0.29
word:office opinion 0.42
word:offlin release -0.10 incident 0.14 opinion -0.11 tool 0.20
word:often research 0.13
word:old tool 0.19
word:on release 0.39 policy 0.30 funding 0.34 infrastructure -0.24 incident 0.17 business -0.40 people -0.32 other -0.29
word:one research -0.22 infrastructure 0.12 incident -0.11 opinion 0.23 tool 0.34 business -0.10 other -0.17
word:only research 0.19 opinion 0.26 tool -0.23 business -0.11 other 0.12
word:open release 0.18 research 0.18 policy -0.21 infrastructure -0.15 incident -0.26 opinion 0.24 tool 0.26 people -0.12 other -0.24
word:opens release 0.54 infrastructure -0.11 tool -0.20 other 0.20
word:operat release 0.21 tool -0.11
word:optimi opinion 0.17
word:or research 0.17
word:oregon infrastructure 0.17
word:other opinion 0.25 other 0.12
word:others opinion 0.45 tool -0.12
word:our infrastructure 0.26 incident 0.24 opinion -0.14 tool -0.18
word:out research -0.14 infrastructure 0.15 incident 0.25 tool -0.20 people 0.15
word:outlin opinion 0.14
word:output incident 0.19 tool 0.11
word:over release -0.10 research -0.14 policy 0.59 funding -0.16 infrastructure -0.19 incident 0.28 opinion -0.29 tool -0.27 business 0.21 other 0.12
word:own release -0.11 incident 0.25 opinion -0.10 tool 0.25
word:pack tool 0.46
word:packag research -0.11 incident 0.32
word:panel release -0.16 tool 0.41
word:paper research 0.17 policy -0.12 incident 0.12 tool 0.12 other -0.13
word:papers research -0.42 incident 0.13 tool 0.13 other 0.34
word:parame research 0.22
word:parser tool 0.25
word:partne release 0.32
word:passes infrastructure 0.12
word:pay release -0.10 policy 0.22 funding -0.11 business 0.26
word:pdf tool 0.36
word:people opinion 0.29
word:per release 0.11
word:person release 0.24 tool -0.11 people 0.32
word:phone release -0.15 incident 0.10 tool 0.17 other 0.29
word:phones release 0.18
word:photo tool 0.16 other 0.18
word:picker tool 0.28
word:picks release -0.13 research -0.11 tool 0.39
word:pictur release 0.14 opinion -0.13 other 0.27
word:pipeli tool 0.21
word:plan opinion 0.26
word:plans research 0.17
word:platfo release 0.40 research -0.13 infrastructure 0.26 incident -0.29 other -0.14
word:poll opinion -0.12 other 0.27
word:positi other 0.18
word:post release 0.16
word:posted release 0.14 research -0.11 policy -0.13 incident 0.26
word:poster opinion 0.24
word:posts opinion 0.10 tool 0.14
word:power infrastructure 0.52 opinion -0.13
word:praise tool 0.13
word:predic opinion 0.10 tool 0.14
word:prefil infrastructure 0.18
word:prepri policy 0.22
word:presen release -0.11 tool 0.14
word:previe release 0.27 research 0.18 business -0.11
word:price release 0.20
word:prices funding 0.18 infrastructure 0.30 business -0.26
word:privat business 0.10
word:proble research 0.38
word:produc release -0.12 research -0.21 policy -0.13 infrastructure 0.31 incident 0.29 opinion 0.31 tool -0.20 other -0.14
word:progra other 0.30
word:projec opinion 0.21
word:prompt release -0.18 research 0.12 policy -0.12 opinion 0.15 tool 0.25 other 0.10
word:propos research 0.34 tool -0.13
word:prover research 0.30
word:provid release -0.11 funding -0.10 infrastructure 0.21 incident 0.17 tool 0.19 business -0.13
word:publis release 0.46 research 0.22 infrastructure -0.12 incident -0.18 opinion -0.32 tool -0.19 other 0.20
word:purcha business 0.38
word:puts tool 0.11 business 0.26
word:python business 0.36
word:qualit incident 0.25
word:quanti release -0.12 research 0.29 opinion 0.13 other -0.10
word:quarte other 0.28
word:questi policy 0.11 opinion 0.20
word:rack release -0.15 infrastructure 0.38
word:racks research -0.13 infrastructure 0.69 opinion -0.12 other -0.11
word:raises infrastructure 0.20 opinion 0.14 business -0.16
word:rather opinion 0.24
word:reach policy 0.23
word:reache release 0.16 policy 0.15 infrastructure 0.34 tool -0.16 other -0.18
word:reader opinion 0.25
word:real research 0.24 opinion 0.22 tool -0.19
word:reason release 0.17 policy -0.10 incident -0.12 opinion 0.10 tool -0.15 people 0.41 other -0.14
word:recipe research 0.41 tool -0.15
word:recomm opinion 0.18
word:record release 0.37
word:recurr release -0.16 research 0.27
word:red research 0.27
word:refusa research 0.46
word:regist research 0.15 tool 0.24
word:regula incident 0.24
word:reinfo people 0.16
word:releas incident 0.24 opinion -0.12 tool 0.21
word:remain opinion 0.26
word:remote release -0.12 tool 0.32
word:reorga research -0.10 business 0.15 people 0.27
word:replac opinion 0.28 tool -0.12
word:report research 0.32 policy -0.26 funding -0.11 infrastructure -0.15 incident 0.20 tool -0.15 other 0.13
word:reprod research 0.22
word:resear release -0.26 research -0.14 policy -0.13 funding 0.15 tool 0.13 people 0.19 other 0.19
word:residu release -0.12 research 0.31
word:result research 0.45 opinion -0.13
word:retrai release 0.48 opinion -0.14
word:retrie other 0.36
word:return release 0.19
word:reveal research 0.22
word:revenu business 0.21
word:review research -0.17 policy 0.44 infrastructure -0.11 opinion 0.15 tool -0.16 other 0.13
word:revisi research 0.24
word:right release -0.11 tool 0.22
word:risk policy 0.26
word:rival opinion -0.11 business 0.11 people 0.34
word:rl research 0.37
word:roadma infrastructure 0.28
word:robot release 0.18 research 0.18 infrastructure -0.11 incident 0.33 business -0.24
word:roboti funding 0.15
word:robots opinion -0.11 tool -0.22 other 0.59
word:rolls incident 0.19
word:round other 0.23
word:rubin release -0.17 infrastructure 0.38
word:rules research -0.12 policy 0.38
word:run research -0.12 opinion 0.25
word:runnin release -0.12 tool 0.52
word:runs release -0.11 policy -0.10 tool 0.15 other 0.25
word:runtim research -0.11 tool 0.31
word:rust tool 0.34
word:safety research -0.12 policy 0.37 funding 0.16
word:sale release 0.39 research -0.16 policy -0.14 funding 0.15 infrastructure 0.29 incident -0.16 opinion -0.15 tool -0.13 business 0.22 people -0.17 other -0.13
word:same research 0.15
word:sandbo tool 0.20
word:say opinion 0.16
word:says policy -0.20 infrastructure -0.17 incident 0.44 business 0.40 people -0.12 other -0.29
word:scale research 0.29
word:scalin opinion 0.23
word:scient research 0.21 opinion -0.13 people 0.33
word:screen opinion 0.20
word:search research 0.35 opinion -0.15
word:season other 0.19
word:second release 0.26 funding 0.10 infrastructure 0.24 incident -0.10 people -0.16
word:securi release -0.25 research -0.22 policy -0.15 incident 0.65 opinion 0.16 tool -0.15 people 0.12 other -0.12
word:seed release 0.21 tool -0.17 people 0.23
word:self research 0.21
word:sell business 0.32
word:sells funding 0.18 infrastructure 0.10 business -0.13
word:sends infrastructure 0.22 incident 0.24
word:sense opinion 0.18
word:served research -0.18 tool 0.47
word:server release -0.13 infrastructure 0.32 incident 0.49 opinion -0.24 business -0.11 other -0.23
word:servic release -0.10 incident 0.22 opinion 0.13
word:sessio tool 0.15
word:settle policy 0.45 funding -0.15
word:seven policy 0.19 infrastructure 0.23
word:severa release 0.22 research -0.18 tool 0.26 other -0.11
word:share business 0.17
word:shares funding 0.35 opinion -0.17
word:ships tool 0.31
word:shop policy 0.22 tool -0.12
word:short research -0.13 policy -0.15 infrastructure -0.13 incident -0.11 other 0.71
word:should other 0.29
word:show research 0.19
word:shown research 0.22
word:shows release 0.17 research -0.11 incident -0.11 tool 0.34 business -0.16
word:side tool 0.31
word:signs infrastructure 0.38
word:since infrastructure 0.12
word:single tool 0.30
word:site incident 0.36
word:six people 0.15
word:skill tool 0.20
word:skills opinion 0.26
word:slack tool 0.43 business -0.17
word:slide opinion 0.24 tool 0.10
word:slop research -0.11 opinion 0.14 other 0.30
word:small research -0.27 incident -0.11 tool 0.13 other 0.34
word:so release -0.15 incident 0.23
word:softwa opinion 0.28
word:solves research 0.31
word:some opinion 0.19 business -0.11
word:someon tool 0.48
word:source release 0.18 research -0.20 policy -0.15 infrastructure -0.11 opinion -0.12 tool 0.47 business 0.14 other -0.12
word:sovere funding 0.18
word:space research 0.33
word:specul research 0.13 opinion 0.11
word:speech research 0.29
word:speed research 0.15
word:spendi business 0.13
word:spread tool 0.18
word:stack research -0.12 incident -0.13 tool 0.14 business 0.49 other -0.11
word:staff business 0.20
word:stake funding 0.40 business -0.14
word:standa research -0.10 policy 0.36 infrastructure 0.15
word:start research -0.11 funding 0.20 incident -0.10 business 0.19
word:starts infrastructure 0.22
word:state research 0.43 policy 0.15 infrastructure -0.12 opinion -0.11
word:states release -0.15 research 0.20 policy 0.26
word:steps research 0.17
word:stop opinion 0.36
word:store policy 0.15
word:strate opinion 0.45 other -0.10
word:stream release -0.10 research -0.14 opinion -0.14 tool 0.68
word:strong release 0.17 tool 0.10
word:studen release -0.13 research -0.10 policy -0.11 funding -0.11 infrastructure -0.11 business 0.63 other 0.19
word:studio release -0.11 tool 0.35
word:study research 0.30
word:sub tool 0.16
word:subscr release 0.16 business -0.11
word:sugges opinion 0.17
word:summar research 0.15 opinion 0.13
word:superc release 0.17 infrastructure 0.23
word:superi opinion 0.25 people 0.31 other -0.11
word:superv research 0.21
word:supply policy 0.20 opinion -0.12 business 0.24
word:suppor business 0.27
word:survey research -0.12 infrastructure 0.34 opinion -0.16 business -0.12 other 0.13
word:sustai opinion 0.13
word:switch infrastructure 0.19
word:sycoph incident 0.17
word:syncs release 0.20
word:system research 0.35 infrastructure 0.12 incident -0.15 opinion -0.18 tool 0.11 business -0.11 other 0.13
word:tables tool 0.12
word:take policy 0.17 tool -0.17 business 0.29
word:taken tool 0.18
word:takes funding 0.20 incident 0.13
word:target research 0.21
word:task tool 0.17
word:tasks tool 0.49
word:teache tool 0.19
word:team research 0.36 policy -0.12 infrastructure -0.12 incident -0.15 opinion -0.22 tool -0.17 business 0.11 people 0.67 other -0.20
word:teamin research 0.27
word:teams release -0.13 tool 0.11 business 0.28
word:tech funding 0.22 tool 0.18
word:techni tool 0.12 people 0.12
word:teenag incident 0.28 opinion -0.17 other 0.21
word:ten research 0.28 infrastructure -0.11 incident -0.11 other 0.29
word:termin research 0.24 tool -0.13
word:terms policy 0.22 opinion -0.24 other 0.29
word:test research 0.20 policy 0.47 tool -0.14 other -0.17
word:tested research 0.17
word:testin release 0.23
word:tests release -0.17 research 0.20 infrastructure 0.14
word:than research -0.10 opinion 0.41 tool -0.12
word:that release 0.42 funding -0.11 infrastructure -0.28 incident -0.17 opinion 0.55 tool 0.31 business -0.42 other -0.30
word:the release 0.13 research -0.13 policy -0.21 funding -0.38 infrastructure -0.49 incident -0.26 opinion 0.77 business 0.26 people 0.13 other 0.26
word:their opinion 0.17 tool -0.11
word:there opinion 0.16
word:they policy 0.21
word:think opinion 0.21
word:thinks opinion 0.10
word:third release 0.23
word:this opinion 0.11 other 0.23
word:though opinion 0.12
word:thread research -0.11 opinion 0.55 tool -0.15
word:three release 0.21 policy -0.13 infrastructure 0.18 incident 0.22 tool -0.13 business -0.18 people 0.12 other -0.19
word:throug research 0.12 policy -0.14 infrastructure 0.45 incident 0.24 tool -0.20 business -0.16 other -0.21
word:tier opinion 0.12
word:tiers opinion 0.27 business -0.22
word:time research 0.22
word:tired tool 0.16
word:to release -0.10 policy 0.16 infrastructure 0.15 incident 0.16 opinion -0.20 other -0.11
word:token release 0.15 research 0.12 opinion 0.10
word:tokens business 0.22
word:tool release 0.13 research -0.16 incident 0.21 opinion -0.16 tool 0.22
word:tools research 0.11 business 0.29
word:tops release 0.12 other 0.25
word:traces release 0.13 research 0.15
word:tracki research 0.11
word:train incident 0.28
word:traine release 0.26 research 0.47 incident -0.10 opinion -0.18 tool -0.19
word:traini research 0.15 policy 0.17 business -0.17 other -0.12
word:trains release -0.13 research 0.37 opinion -0.14
word:transc tool 0.11
word:transf research 0.62 policy -0.13 opinion -0.26 other 0.17
word:transl incident 0.26
word:trend opinion 0.44 tool -0.19
word:triage incident 0.31 tool -0.12
word:triple infrastructure 0.10 opinion -0.13 business 0.19
word:tune release 0.16 research -0.16 tool 0.19
word:tuning research 0.22
word:turned release -0.14 incident 0.49 tool -0.12
word:turns research 0.11 infrastructure 0.21 opinion -0.26 tool 0.23 other -0.12
word:twenty opinion -0.21 tool 0.12 other 0.30
word:two research -0.18 policy 0.22 infrastructure 0.17 incident 0.23 opinion -0.22 tool 0.28 other -0.34
word:uncens release 0.32
word:unders research 0.19
word:unifie release -0.13 infrastructure 0.23
word:unit people 0.28
word:unveil release 0.10 infrastructure 0.36 tool -0.21
word:up policy -0.35 funding 0.15 incident 0.17 opinion -0.38 business 0.19 other 0.33
word:update release -0.12 research -0.18 policy 0.76 business -0.15 other -0.16
word:upscal opinion -0.10 tool 0.42
word:us research 0.14 incident 0.16
word:usage policy 0.23
word:use release 0.15 research -0.13 infrastructure 0.14 incident -0.24 opinion 0.14 other 0.16
word:used research 0.10 opinion 0.19
word:user incident 0.26
word:users incident 0.20 opinion -0.22 business 0.11
word:utilit infrastructure 0.30 opinion -0.13
word:vector research 0.12 opinion 0.14
word:versio tool -0.14 business 0.21
word:vibe opinion 0.21
word:video release 0.68 research 0.18 policy -0.11 infrastructure -0.14 incident -0.12 opinion -0.22 tool 0.33 business -0.34 other -0.16
word:view other 0.18
word:vision release 0.12 research 0.19 tool -0.11
word:voice release 0.13 tool 0.22
word:voices opinion 0.33
word:void policy -0.15 incident 0.35
word:voters opinion -0.17 other 0.35
word:wants opinion -0.14 tool 0.24
word:was research -0.10 incident 0.27
word:water policy -0.11 infrastructure 0.62
word:we research 0.36 incident 0.18 tool -0.20 other -0.15
word:web research 0.12 opinion 0.15
word:week release 0.11 research -0.15 people 0.31 other 0.14
word:weekly business 0.17
word:weeks opinion -0.14 tool 0.24
word:weight release 0.31 research -0.20 opinion 0.17 tool -0.18
word:what release 0.12 research 0.65 incident -0.19 tool -0.27 business -0.12 people -0.11
word:when incident 0.19
word:where opinion -0.12 tool 0.15 other 0.23
word:whethe opinion 0.17
word:which research -0.12 opinion 0.47
word:while opinion 0.17
word:who policy 0.22 opinion -0.38 tool 0.20 people 0.36 other -0.12
word:whole opinion 0.37 tool -0.14
word:why research 0.38 incident -0.13
word:will release -0.14 policy 0.10 infrastructure 0.50 incident -0.23 tool -0.23 business 0.38 people -0.19 other -0.18
word:windsu release -0.12 tool 0.22 business 0.13
word:with release 0.17 research 0.34 policy -0.23 funding -0.29 infrastructure 0.23 tool 0.32 people -0.33
word:within research -0.13 policy 0.14 incident -0.20 opinion 0.27 people 0.28 other -0.11
word:withou release -0.24 research 0.25 policy 0.16 infrastructure -0.15 incident 0.25 opinion 0.10 business -0.11 other -0.19
word:work opinion 0.23
word:worker opinion 0.23
word:workfl opinion 0.19 tool 0.13
word:worklo infrastructure 0.26
word:works policy 0.14
word:workst infrastructure 0.40
word:worry opinion 0.12
word:worth funding -0.12 opinion 0.17 business 0.34
word:would policy 0.19 incident -0.13 business 0.10
word:write research -0.17 policy 0.17 incident -0.11 tool 0.17 other 0.14
word:writes tool 0.16
word:writte opinion 0.30 tool 0.27 other -0.13
word:wrong incident 0.25 opinion 0.11 other -0.13
word:year release 0.14 research -0.20 funding -0.15 infrastructure 0.36 incident -0.24 opinion -0.20 business 0.39 other 0.10
word:years release -0.12 infrastructure 0.18 opinion 0.16 people 0.21
word:yet research 0.30 opinion -0.15
word:you research -0.15 opinion 0.12 tool 0.21 other 0.18
word:your research -0.11 incident -0.12 tool 0.54 other -0.14
`
