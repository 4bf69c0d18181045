/* Made by scripts/train-kinds.ts from data/kind-examples.tsv and data/kind-examples-own.tsv; edit those. */

/** Logits of an item that shows nothing, in the order of `STORY_KINDS`. */
export const OWN_KIND_BIAS: readonly number[] = [-0.17, 1.16, -0.72, -1.53, -0.65, -0.62, 1.15, 1.21, 0.93, -1.36, 0.91]

/** A feature a line: what speaks for and against a kind, in logits for each unit of the feature's strength. */
export const OWN_KIND_WEIGHTS = `
about:feature release -0.11 research -0.25 funding -0.10 infrastructure -0.20 incident -0.23 opinion -0.23 tool 1.50 business 0.18 people -0.13 other -0.43
about:made-by-me opinion -0.12 tool 0.34
about:model release 1.24 research 0.94 policy -0.11 funding -0.27 infrastructure -0.64 tool -0.19 business -0.12 people -0.18 other -0.83
about:product release 0.75 research -0.24 policy -0.19 funding -0.23 incident 0.23 opinion -0.56 tool 0.72 people -0.41 other -0.26
about:software release -0.25 research -0.42 policy 0.36 funding -0.17 infrastructure -0.34 incident -0.14 opinion 0.49 tool 0.86 people -0.20 other -0.17
about:survey release -0.12 research 0.40 incident -0.18 opinion -0.42 tool -0.13 business -0.32 other 0.87
cue:business release 0.19 research -0.69 policy -0.48 funding -0.10 incident -0.43 business 2.09 other -0.57
cue:funding release -0.20 research -0.45 policy -0.27 funding 2.71 infrastructure -0.31 incident -0.31 opinion -0.20 tool -0.42 people -0.29 other -0.29
cue:incident release -0.50 research 0.65 policy -0.23 funding -0.18 infrastructure -0.31 incident 2.87 opinion -0.46 tool -0.69 business -0.61 other -0.52
cue:infrastructure release -0.24 research -0.30 infrastructure 2.30 incident -0.33 opinion -0.28 tool -0.50 people -0.19 other -0.46
cue:opinion release -0.27 research -0.30 policy -0.23 infrastructure -0.27 incident -0.34 opinion 2.23 business -0.45 people -0.18 other -0.21
cue:people release -0.45 research -0.79 policy -0.47 infrastructure -0.20 incident -0.45 opinion -0.58 tool -0.47 people 2.68 other 0.81
cue:policy release -0.27 research -0.40 policy 2.30 funding -0.24 infrastructure -0.43 tool -0.40 business -0.15 people 0.32 other -0.71
cue:release release 1.56 research -0.89 policy -0.15 funding 0.12 incident -0.15 opinion -0.65 tool 1.10 people -0.27 other -0.61
cue:research release -0.18 research 2.01 policy -0.18 funding 0.47 infrastructure -0.57 incident -0.22 opinion -0.37 tool -0.71 business -0.36 people 0.45 other -0.34
cue:tool research 0.19 funding -0.37 infrastructure -0.57 incident -0.24 tool 0.95 business 0.36 people -0.41
names:agency release -0.13 research -0.18 policy 1.04 funding 0.34 infrastructure -0.28 incident -0.16 opinion -0.15 tool -0.15 business -0.13 other -0.16
names:chip research -0.15 policy 0.21 infrastructure 0.75 incident -0.13 tool -0.13 business -0.28 people -0.11 other -0.13
names:company release 0.45 research -0.87 policy -0.33 funding 0.77 infrastructure 0.71 incident -0.30 opinion -0.92 tool -0.16 business 0.93 people 0.61 other -0.89
names:conference release -0.13 policy -0.11 infrastructure 0.11 other 0.35
names:lab release 0.53 funding 0.78 infrastructure -0.38 incident -0.40 opinion -0.76 tool -0.54 business 0.86 people 0.49 other -0.53
names:law research -0.19 policy 1.42 infrastructure -0.15 incident -0.13 opinion -0.24 tool -0.13 business -0.14 other -0.28
names:model release 2.60 research -0.24 policy -0.42 funding -0.25 infrastructure -0.45 incident 0.24 opinion -0.69 tool -0.15 other -0.64
names:person release -0.11 research -0.21 policy -0.17 infrastructure -0.23 incident -0.18 opinion 0.53 tool -0.15 business -0.21 people 1.12 other -0.31
names:place research -0.50 policy 1.10 funding 0.17 infrastructure 0.23 incident -0.33 opinion -0.23 tool -0.52 business -0.12 people -0.16 other 0.30
names:product release 0.96 research -0.83 policy -0.35 funding -0.29 infrastructure -0.44 opinion -0.62 tool 1.41 business 0.86 people -0.12 other -0.59
names:project release 0.35 research -0.20 funding -0.11 incident -0.21 tool 0.59 business -0.17 other -0.22
names:site research -0.12 policy -0.16 infrastructure 0.87
names:standard research -0.20 policy -0.10 infrastructure 0.17 tool 0.67 business -0.14 other -0.17
names:university release -0.16 research 0.69 opinion -0.11 people 0.16 other -0.18
pair:い方 tool 0.39
pair:から opinion 0.16
pair:が退 people 0.18
pair:ける policy 0.11 opinion 0.19
pair:しま release 0.14 tool -0.17 business 0.22
pair:ての research -0.12 incident 0.24 tool 0.22
pair:で公 tool 0.11
pair:とめ tool 0.14
pair:ない opinion 0.30 other 0.14
pair:に任 research 0.11 opinion 0.21 tool -0.11
pair:に対 tool 0.13
pair:のか opinion 0.23
pair:はじ opinion 0.17 tool 0.15
pair:ます release 0.14 tool -0.17 business 0.22
pair:まと tool 0.14
pair:める tool 0.14
pair:るの opinion 0.23
pair:れる policy 0.16
pair:を公 release 0.20 research -0.15 policy 0.17
pair:を提 research 0.22
pair:を発 release 0.18
pair:を绍 release 0.14 tool -0.12 other 0.31
pair:を设 research 0.13 policy 0.11
pair:イド tool 0.23
pair:イン infrastructure 0.23
pair:ェン release 0.12 incident 0.11 tool 0.23 business -0.19 other -0.15
pair:エネ policy 0.15
pair:エー release 0.12 incident 0.11 tool 0.23 business -0.19 other -0.15
pair:クト release 0.13 tool 0.14
pair:コー release 0.12 research 0.14
pair:ザー release 0.20 opinion 0.15
pair:ジェ release 0.12 incident 0.11 tool 0.23 business -0.19 other -0.15
pair:スク release 0.13
pair:スタ release 0.13 business 0.11
pair:セン policy 0.13
pair:タを infrastructure 0.19 incident 0.19
pair:タセ policy 0.13
pair:ター policy 0.13
pair:ット research 0.15 other 0.14
pair:ップ release 0.12 people 0.11
pair:デル release 0.34 research 0.13 opinion -0.12 tool -0.13
pair:デー policy 0.10 incident 0.20
pair:トに research 0.13 tool 0.17
pair:トを release 0.40 business -0.14
pair:トッ release 0.13 people 0.11
pair:ブル infrastructure 0.11 opinion 0.19
pair:プラ business 0.11
pair:プロ business 0.20
pair:ベン research 0.17 tool -0.12 other 0.20
pair:ボッ research 0.17 other 0.15
pair:モデ release 0.34 research 0.13 opinion -0.12 tool -0.13
pair:ライ infrastructure 0.23
pair:ラム business 0.11
pair:ルの release 0.16
pair:ロボ research 0.18 other 0.16
pair:ンの research 0.21 other 0.15
pair:ンタ policy 0.13
pair:ンチ research 0.20
pair:ント release 0.24 policy -0.10 infrastructure -0.11 opinion -0.12 business -0.26 other 0.30
pair:ーの release 0.20 research -0.10 policy 0.15 infrastructure -0.10 business 0.20
pair:ーカ business 0.21
pair:ーク research 0.45
pair:ージ release 0.12 incident 0.11 tool 0.23 business -0.19 other -0.15
pair:ータ infrastructure 0.25 incident 0.17
pair:ート opinion -0.14 tool -0.26 business 0.17 other 0.45
pair:ード release 0.13
pair:ープ people 0.17
pair:ール tool 0.11 people 0.17
pair:一个 research -0.18 policy -0.11 opinion 0.52 tool 0.15 business -0.12
pair:一代 release 0.23 infrastructure 0.21 tool -0.11
pair:一千 research 0.12
pair:一半 release 0.38 research -0.11 tool 0.19 business -0.23 other -0.10
pair:一学 research 0.53 tool -0.22
pair:七成 business 0.18
pair:三个 infrastructure 0.24 business -0.15
pair:三季 business 0.22
pair:上下 opinion 0.19
pair:上市 funding 0.35
pair:上线 release 0.13 incident -0.10 tool 0.42 business -0.11
pair:上调 infrastructure 0.11 business 0.14
pair:上限 policy 0.12 business 0.17
pair:下一 opinion 0.36
pair:下文 opinion 0.19
pair:专家 research 0.16 opinion 0.19
pair:专访 other 0.12
pair:业务 business 0.29
pair:业级 release 0.11
pair:业者 research -0.10 policy 0.24 infrastructure 0.26 opinion -0.17 tool -0.13 business 0.18 other -0.14
pair:两百 infrastructure 0.11
pair:个人 release 0.24
pair:个月 infrastructure 0.23
pair:中学 research 0.38 other -0.13
pair:中心 infrastructure 0.23 tool 0.13
pair:为什 opinion 0.11
pair:为由 policy 0.23
pair:主打 infrastructure 0.12
pair:主管 incident 0.27
pair:予测 research 0.17 business 0.21
pair:事业 business 0.13
pair:交智 business 0.30
pair:产品 release 0.13 opinion 0.29 tool -0.20
pair:亮相 release 0.10 infrastructure 0.11 tool -0.11
pair:人工 policy 0.26 opinion 0.17 business -0.15 people 0.12
pair:人形 release 0.10 other 0.20
pair:亿円 funding 0.16
pair:亿参 infrastructure 0.27
pair:亿美 funding 0.16 infrastructure 0.28
pair:什么 research -0.12 policy 0.19 other 0.22
pair:仕事 tool 0.16
pair:代理 tool 0.33 people -0.12
pair:代码 policy 0.14 tool -0.13
pair:以违 policy 0.23
pair:价格 release 0.17 infrastructure 0.35 business -0.14
pair:任せ research 0.13 tool 0.17
pair:任务 release -0.10 research 0.25
pair:份曝 incident 0.24
pair:企业 release 0.14 policy 0.36 incident -0.10 opinion -0.11 business 0.11 other -0.10
pair:优先 research 0.17
pair:伙伴 business 0.21
pair:会社 other 0.19
pair:会议 tool 0.34
pair:估框 research 0.15
pair:伺服 infrastructure 0.26
pair:何用 research -0.18 opinion -0.12 tool 0.13 business 0.40
pair:作平 release 0.21 tool -0.10
pair:作成 incident 0.27
pair:使い tool 0.39
pair:使用 release -0.11 business 0.35
pair:修复 tool 0.17
pair:元新 business 0.13
pair:先的 research 0.17
pair:免费 release 0.34 research -0.17 opinion -0.10 business 0.24
pair:入门 research -0.14 opinion -0.17 tool 0.57 business -0.11 other 0.11
pair:公司 release -0.13 research -0.17 incident 0.49 opinion -0.18 tool -0.18 business 0.25 people 0.10 other -0.15
pair:公布 research 0.18 infrastructure 0.13 other 0.18
pair:公开 release 0.18
pair:内置 release 0.24 research 0.16
pair:内部 research 0.34 incident 0.11
pair:写作 tool 0.25
pair:减半 release 0.10 research 0.32
pair:出新 release 0.11 research 0.11
pair:分享 tool 0.21
pair:分钟 research -0.11 incident 0.23 tool 0.22
pair:创业 funding 0.14 business 0.15
pair:创作 release 0.33 tool -0.22
pair:到底 opinion 0.40 business -0.20
pair:功能 release 0.14 tool 0.15
pair:加入 tool 0.35 people -0.13
pair:加速 release -0.10 infrastructure 0.40
pair:务器 infrastructure 0.14 opinion 0.11
pair:动画 research 0.21
pair:助手 release -0.35 incident 0.10 tool 0.39 business 0.11 other -0.12
pair:募资 funding 0.23
pair:化学 research 0.34
pair:十个 research 0.17 other 0.21
pair:十分 research -0.11 incident 0.23 tool 0.22
pair:十年 opinion 0.11 other 0.20
pair:千万 funding 0.29
pair:半分 tool 0.23
pair:协议 infrastructure 0.26 opinion 0.11 business -0.19
pair:单柜 infrastructure 0.24
pair:厂商 release -0.11 incident 0.32 business 0.14
pair:参数 infrastructure 0.27
pair:反垄 policy 0.13
pair:发布 release 0.18 policy 0.16 infrastructure 0.11 incident -0.12 business -0.10
pair:发社 business 0.30
pair:发者 research -0.14 tool -0.27 business -0.20 other 0.76
pair:发表 release 0.17
pair:司推 release 0.12
pair:合作 opinion -0.10 business 0.42
pair:向け infrastructure 0.24
pair:员工 funding 0.14
pair:周活 business 0.24
pair:商与 infrastructure 0.12
pair:商店 policy 0.20 tool -0.19
pair:器人 infrastructure -0.11 incident 0.14 tool -0.11 other 0.12
pair:四十 infrastructure 0.11 incident 0.11
pair:团队 release 0.18 research 0.19 opinion -0.11 tool 0.22 business -0.12 other -0.12
pair:垄断 policy 0.13
pair:型的 research 0.18 opinion 0.11
pair:型第 release 0.21 tool -0.12
pair:型被 release -0.27 incident 0.39
pair:型身 incident 0.37
pair:型选 tool 0.39
pair:基准 policy 0.17
pair:多家 business 0.20
pair:大模 release 0.29 research -0.20 infrastructure -0.15 incident -0.16 opinion 0.16 other 0.19
pair:套餐 business 0.16
pair:如何 release -0.16 opinion -0.32 tool 0.41 business 0.54 other -0.16
pair:季度 business 0.16
pair:学习 research 0.45
pair:学期 research 0.53 tool -0.22
pair:学生 business 0.22 other 0.11
pair:安全 release -0.13 research 0.29 funding 0.29 opinion -0.10
pair:官方 incident 0.11 tool 0.21
pair:实验 business 0.12
pair:客户 tool -0.12 business 0.51
pair:客服 research -0.12 policy 0.27 tool 0.17
pair:客松 people -0.14 other 0.53
pair:对话 release 0.13 tool 0.18
pair:対応 tool 0.17
pair:対策 research 0.12
pair:小时 research -0.11 tool -0.16 business 0.21 other 0.18
pair:工作 infrastructure 0.25
pair:工智 policy 0.26 opinion 0.17 business -0.15 people 0.12
pair:市场 infrastructure 0.24 business -0.13
pair:布新 release 0.12
pair:平台 release 0.20 infrastructure 0.24 incident 0.35 tool -0.32 other -0.12
pair:年の other 0.46
pair:应用 release -0.34 policy 0.50 tool 0.16
pair:延迟 tool 0.14
pair:开发 research -0.15 tool -0.36 business -0.14 other 0.76
pair:开始 research -0.13 infrastructure 0.11 opinion -0.15 tool -0.21 business 0.76 other -0.14
pair:开幕 other 0.58
pair:开放 release 0.23 research -0.14 tool -0.10 business 0.17
pair:开源 release -0.19 funding 0.28 incident 0.39 opinion -0.12 tool 0.15 business -0.15
pair:开発 other 0.21
pair:形机 release 0.10 other 0.20
pair:影响 research 0.38 other -0.13
pair:成立 business 0.13
pair:成绩 research 0.38 other -0.13
pair:我们 research -0.18 policy 0.18 business 0.22
pair:手机 release -0.17 incident 0.19 tool 0.23
pair:承担 opinion 0.17
pair:承认 incident 0.29
pair:技能 release 0.10 tool 0.22
pair:护栏 research 0.16
pair:报告 incident 0.64 opinion -0.12 tool -0.19
pair:拦截 release -0.10 policy 0.38 tool -0.17
pair:推出 release 0.13 research -0.12 infrastructure -0.12 incident -0.16 opinion -0.13 tool 0.25 business 0.41
pair:推理 release -0.12 infrastructure 0.13 opinion 0.11 tool 0.15 business -0.11
pair:推论 infrastructure 0.32 tool 0.17
pair:提出 research 0.42
pair:插件 tool 0.14
pair:搜索 tool 0.14
pair:搭载 release 0.23
pair:支持 release 0.50 business -0.15
pair:支援 business 0.10
pair:放模 business 0.20
pair:数学 release 0.19
pair:数据 incident 0.19 tool -0.11
pair:整理 tool 0.40 people -0.12
pair:文件 tool 0.24
pair:文公 research 0.12
pair:断调 policy 0.13
pair:新一 release 0.27 infrastructure 0.11
pair:新创 business 0.18
pair:新增 tool 0.18
pair:新版 release -0.11 research 0.23 opinion 0.31
pair:方向 opinion 0.15
pair:方法 research 0.15
pair:施行 policy 0.25
pair:无人 incident 0.23 other 0.19
pair:日本 research 0.19
pair:是否 opinion 0.20
pair:显存 opinion 0.17
pair:晶片 release 0.17
pair:智能 release 0.46 research 0.40 policy 0.13 funding -0.12 infrastructure -0.20 incident -0.32 other -0.40
pair:曝光 incident 0.24
pair:更新 release -0.15 policy 0.40
pair:更省 release 0.21 opinion 0.10 tool -0.10
pair:最高 research 0.18 infrastructure -0.10 business 0.23
pair:月免 tool 0.14
pair:月翻 infrastructure 0.23
pair:月起 business 0.13
pair:有用 opinion 0.35
pair:服务 research -0.11 infrastructure 0.11 incident 0.18
pair:服器 infrastructure 0.26
pair:本地 infrastructure 0.23 opinion 0.12
pair:本语 research 0.19
pair:机厂 incident 0.23
pair:机器 research 0.16 infrastructure -0.12 incident 0.13 tool -0.12 other 0.11
pair:机架 release -0.13 infrastructure 0.33
pair:机能 tool 0.12
pair:条例 policy 0.15
pair:松果 tool 0.17
pair:果编 tool 0.17
pair:架构 research 0.34
pair:某公 incident 0.14 tool -0.15
pair:框架 research 0.13 tool 0.11
pair:桌面 infrastructure 0.24 tool 0.14
pair:检索 policy -0.10 tool 0.53
pair:模型 research -0.22 policy -0.23 funding -0.10 infrastructure -0.33 incident 0.23 opinion 0.22 tool 0.24 business 0.42 other -0.13
pair:正式 release 0.31 tool -0.11
pair:每月 tool 0.14
pair:氏が opinion 0.11
pair:沙箱 tool 0.17
pair:法案 policy 0.25
pair:法院 policy 0.15
pair:活跃 business 0.24
pair:测试 research 0.16 incident 0.13
pair:浏览 release 0.12
pair:热议 opinion 0.17
pair:版本 release -0.10 research 0.25 opinion 0.15
pair:版权 policy 0.17
pair:状态 research 0.13
pair:理模 opinion 0.20
pair:理解 release 0.17
pair:生成 release 0.11 research -0.13 policy 0.25 incident 0.15 tool -0.11 business -0.10
pair:用商 policy 0.20
pair:用户 release 0.11 research -0.14 incident -0.14 opinion 0.19 tool -0.24 business 0.59 other -0.12
pair:用智 research 0.11
pair:用更 policy 0.23
pair:用电 policy 0.23 infrastructure 0.14 opinion -0.10
pair:用的 research -0.13 policy 0.16 incident 0.23
pair:界面 release -0.12 tool 0.46
pair:発表 infrastructure 0.21
pair:登场 release 0.43
pair:白鹭 release 1.51 research -0.23 opinion -0.25 tool -0.32 business -0.33 other -0.19
pair:百万 research 0.16
pair:百亿 infrastructure 0.27 business -0.15
pair:百种 research 0.12
pair:直接 policy 0.27
pair:研发 business 0.30
pair:研模 people 0.15
pair:研究 research 0.32 people 0.10
pair:确认 research 0.10 incident 0.10 business 0.11
pair:社交 business 0.30
pair:种语 research 0.11
pair:程工 incident 0.11 business 0.17
pair:程智 research 0.13
pair:程类 policy 0.23
pair:空间 research 0.11 opinion 0.12
pair:突破 funding -0.15 business 0.32
pair:第三 research 0.14
pair:第二 release 0.23 tool -0.10
pair:签下 infrastructure 0.23
pair:签署 infrastructure 0.13
pair:简化 tool 0.39
pair:算力 policy 0.16 infrastructure 0.29
pair:管理 research 0.22
pair:类应 release -0.11 policy 0.40 tool -0.18
pair:系统 research 0.25
pair:线并 tool 0.16
pair:绍介 release 0.14 tool -0.12 other 0.31
pair:结果 research 0.18
pair:编程 policy 0.18 tool -0.14 business 0.13
pair:编辑 release -0.10 tool 0.33
pair:网友 opinion 0.31
pair:网搜 tool 0.14
pair:美元 release -0.18 research -0.10 policy -0.11 funding 0.45 infrastructure 0.24 tool -0.11
pair:翻译 research 0.12
pair:联合 release -0.14 research 0.12
pair:联盟 business 0.20
pair:联网 tool 0.14
pair:能体 release 0.10 research 0.41 policy -0.21 infrastructure -0.12 incident -0.21 opinion -0.22 tool 0.43 business 0.29 other -0.28
pair:能力 research 0.24 tool -0.11
pair:能法 policy 0.39 opinion -0.10
pair:自动 release 0.16 tool 0.32 people -0.12
pair:自己 research 0.21
pair:自研 release -0.10 infrastructure 0.16 incident 0.11 business -0.11 people 0.14
pair:芯片 release -0.11 infrastructure 0.51 tool -0.10
pair:衡量 research 0.23 tool -0.11
pair:表新 release 0.17
pair:表现 research 0.28
pair:观点 opinion 0.23
pair:视频 release 0.22 research 0.21 tool -0.23
pair:览器 release 0.12
pair:言模 research 0.15
pair:言的 research 0.12
pair:警告 opinion 0.36
pair:计划 policy 0.23 business 0.20
pair:计画 policy 0.18 business 0.17
pair:计算 research 0.43 tool 0.13 other -0.11
pair:认为 opinion 0.38 tool -0.12 business -0.11
pair:认知 research 0.15
pair:训练 release 0.25
pair:记忆 research 0.13
pair:论文 research 0.25
pair:设计 research 0.28
pair:证明 release 0.19
pair:评估 research 0.15
pair:评测 research 0.20
pair:识别 release 0.12
pair:识者 opinion 0.20
pair:诈骗 incident 0.19
pair:译系 research 0.12
pair:语言 research 0.26 tool -0.10
pair:语音 release 0.31
pair:调整 business 0.39
pair:调查 research 0.11 other 0.23
pair:负责 people 0.18
pair:责人 people 0.18
pair:费用 release 0.18 tool -0.12 business 0.28
pair:资料 tool 0.27 people -0.12
pair:起诉 policy 0.14
pair:身份 incident 0.37
pair:辑器 release -0.10 tool 0.33
pair:选择 tool 0.39
pair:通用 research 0.15
pair:通过 funding 0.15 tool 0.17
pair:部署 opinion 0.16 tool 0.16
pair:部门 incident 0.23 people 0.25 other -0.11
pair:量产 infrastructure 0.33
pair:长文 opinion 0.33
pair:问答 tool 0.13
pair:问题 tool 0.44
pair:队提 research 0.27
pair:降低 opinion 0.14 tool 0.12
pair:障害 incident 0.22
pair:需求 infrastructure 0.24 business -0.12
pair:需要 research -0.14 opinion 0.24 business 0.21
pair:项目 release -0.14 tool 0.39
pair:顾问 incident 0.23 people 0.13
pair:预计 business 0.30
pair:额度 business 0.13
pair:风险 research 0.30
pair:验室 business 0.12
pair:高风 research 0.30
pair:黑客 people -0.14 other 0.53
pair:개발 research 0.18 opinion 0.15 tool -0.31 business 0.23 other 0.11
pair:개인 policy 0.25
pair:검색 tool 0.24
pair:공개 release 0.41 research -0.14 infrastructure 0.29 tool -0.15
pair:공급 infrastructure 0.22
pair:구팀 research 0.22
pair:기업 policy 0.27
pair:니다 release 0.24 research -0.14 opinion 0.19
pair:데스 release 0.14 tool 0.20
pair:데이 opinion 0.12 tool 0.13
pair:도구 research -0.13 tool -0.25 business 0.73
pair:도입 business 0.20
pair:딥페 policy 0.10 incident 0.22
pair:라우 release 0.28 infrastructure 0.18
pair:랫폼 release -0.11 infrastructure 0.16
pair:로봇 other 0.22
pair:리는 tool 0.12
pair:모델 release 0.52 research 0.22 incident -0.14 business -0.17 other -0.12
pair:발자 research -0.16 opinion 0.21 tool -0.26 business 0.15 other 0.22
pair:방법 research -0.23 opinion -0.25 tool 0.50 business 0.37 other -0.18
pair:브라 release 0.30
pair:비심 funding 0.23
pair:상담 research -0.11 incident 0.20 opinion -0.11 tool -0.13 business 0.20 other 0.12
pair:상장 funding 0.23
pair:설계 funding 0.14
pair:세대 research -0.11 infrastructure 0.19
pair:센터 policy -0.11 infrastructure 0.18 opinion 0.12
pair:소스 tool 0.13
pair:스닥 funding 0.23
pair:스크 release 0.14 tool 0.20
pair:스타 tool -0.13 business 0.19
pair:스템 incident 0.33
pair:시간 business 0.10
pair:시스 incident 0.33
pair:시작 infrastructure 0.16 tool -0.16 business 0.20
pair:심사 funding 0.23
pair:양산 release -0.11 infrastructure 0.32
pair:업데 tool 0.14
pair:업이 policy 0.27
pair:에서 opinion 0.21 tool 0.11
pair:에이 opinion 0.27 tool 0.19 business -0.12
pair:연구 research 0.28 business 0.13
pair:예비 funding 0.23
pair:오픈 tool 0.13
pair:요금 opinion 0.21
pair:용자 research -0.11 opinion 0.34 tool -0.16 business 0.24
pair:우저 release 0.30
pair:유출 opinion 0.18
pair:으로 tool 0.43
pair:이드 tool 0.24
pair:이용 opinion 0.40
pair:이전 opinion 0.27 tool 0.19 business -0.12
pair:이크 policy 0.10 incident 0.22
pair:이터 opinion 0.13
pair:이트 tool 0.14
pair:인수 business 0.39
pair:인정 policy 0.25
pair:자들 opinion 0.35 tool -0.12
pair:자원 infrastructure 0.29
pair:장애 incident 0.27
pair:전트 opinion 0.27 tool 0.19 business -0.12
pair:절반 research 0.10 opinion -0.11 tool 0.11 business -0.10 other 0.29
pair:정보 policy 0.25
pair:정부 policy -0.13 infrastructure 0.19
pair:제작 incident 0.25
pair:줄인 research 0.17 tool 0.15
pair:지원 business 0.20
pair:청구 funding 0.23
pair:추론 research 0.17 infrastructure 0.13 tool 0.11
pair:출시 release 0.29
pair:치는 research 0.40
pair:코딩 opinion -0.15 tool -0.13 business 0.43
pair:코스 funding 0.23
pair:크톱 release 0.14 tool 0.20
pair:타트 tool -0.13 business 0.19
pair:터센 opinion 0.13
pair:트업 tool -0.13 business 0.19
pair:페이 policy 0.10 incident 0.22
pair:평가 research 0.19 opinion 0.12
pair:프로 tool -0.15 business 0.20
pair:픈소 tool 0.13
pair:플랫 release -0.11 infrastructure 0.16
shape:asked release -0.61 funding -0.21 infrastructure -0.36 incident 0.34 opinion 0.24 tool 0.34 business 0.37
shape:first-person release -0.47 research -0.26 funding 0.22 incident 0.13 opinion 0.12 tool 0.24 business 0.15 other -0.28
shape:money policy -0.14 funding 1.36 incident -0.15 opinion -0.37 tool -0.40 business 0.31 people -0.22 other -0.36
shape:percent release -0.25 research 0.13 policy -0.26 funding 0.32 infrastructure 0.21 incident -0.20 opinion -0.34 business 0.63 other -0.18
shape:question release -0.32 research 0.81 infrastructure -0.24 incident -0.30 opinion 0.53 tool -0.27 business -0.58 people 0.17 other 0.18
shape:quoted release 0.20 research -0.13 opinion 0.51 tool -0.13 other -0.11
shape:retold release -0.41 research 0.22 policy -0.17 funding 0.31 infrastructure 0.11 opinion 0.45 business -0.19 people -0.19
shape:version release 0.89 research -0.20 infrastructure 0.11 opinion -0.39 tool 0.70 business -0.27 people -0.39 other -0.41
word:ablati research 0.13
word:about research -0.21 policy 0.12 incident -0.10 opinion 0.46 tool -0.27 business -0.26 other 0.44
word:accele infrastructure 0.42 opinion -0.23 tool -0.19 business 0.34 other -0.19
word:accept policy 0.20
word:access business 0.12
word:accoun research -0.28 opinion -0.12 tool 0.24 business 0.42
word:accura opinion 0.17
word:acquir business 0.17
word:across research 0.16 tool -0.21 business 0.15
word:addres release -0.11 tool 0.25 business 0.16
word:adds tool 0.26
word:advice policy -0.15 incident 0.27 tool -0.10
word:advise business 0.19
word:after release -0.12 research -0.12 funding 0.21 infrastructure -0.24 incident 0.50 opinion 0.19 tool -0.22 other -0.28
word:agains release -0.19 research 0.23 opinion 0.44 tool -0.13
word:age policy 0.10 opinion 0.20 other -0.10
word:agenci research -0.14 tool -0.19 business 0.58
word:agency research -0.12 policy 0.35
word:agent release 0.39 research 0.25 policy -0.14 infrastructure -0.18 incident 0.32 opinion -0.18 business -0.13 other -0.24
word:agenti infrastructure 0.22
word:agents research 0.56 policy -0.11 funding -0.12 infrastructure -0.24 incident -0.42 opinion 0.28 tool 0.27 business 0.19 people -0.12 other -0.19
word:ago opinion -0.11 tool 0.22
word:agree infrastructure 0.16
word:agreem infrastructure 0.21
word:ai research -0.37 policy 0.50 infrastructure -0.18 incident 0.18 opinion 0.32 tool -0.92 business 0.70
word:al research 0.18
word:alerts tool 0.31
word:alignm research -0.11 funding 0.47
word:all research 0.21 incident -0.21
word:allian business 0.18
word:alpha tool 0.13
word:americ other 0.10
word:an release -0.12 research 0.54 policy -0.26 funding -0.13 opinion -0.27 tool 0.42 people 0.36 other -0.45
word:analys research 0.60 incident -0.14 opinion -0.25 business 0.22 other -0.20
word:and research -0.18 policy 0.26 infrastructure -0.21 incident -0.32 opinion 0.37 tool 0.82 business -0.22 people -0.37 other -0.10
word:annota release 0.22
word:announ funding 0.20 business -0.16 people 0.14
word:anothe release 0.18 research -0.21 opinion 0.34
word:answer release 0.16 incident 0.27 opinion -0.30 tool 0.17 business 0.12 other -0.19
word:any release -0.11 research -0.17 policy -0.13 opinion 0.43 tool 0.32 business -0.20
word:anyone research -0.11 opinion 0.21
word:api release 0.25 research -0.11 opinion 0.12 tool -0.26 business 0.22
word:apolog incident 0.19
word:app research -0.11 policy 0.17 incident -0.18 tool 0.29 other -0.11
word:approa research 0.32
word:approv policy 0.21 funding -0.11
word:apps policy 0.14
word:april tool 0.22 business 0.10
word:archit research 0.17 tool 0.23 business -0.12
word:are policy -0.12 opinion 0.42 tool 0.18 business -0.11 other -0.16
word:argue policy 0.23
word:around tool 0.12
word:arrive release 0.30 tool -0.17
word:art opinion 0.17 other 0.15
word:as release -0.22 research 0.70 policy -0.27 infrastructure 0.22 opinion 0.14 tool -0.20 business -0.21 people 0.23 other -0.22
word:asia funding 0.17
word:ask research 0.14 opinion 0.39 tool -0.18 business -0.12
word:asked opinion -0.12 tool 0.21
word:assist release 0.20 research 0.28 policy 0.22 infrastructure -0.23 tool -0.36 business 0.41 people -0.11 other -0.36
word:at research 0.34 policy -0.11 infrastructure 0.11 incident 0.11 opinion -0.45 tool -0.41 business 0.27 people -0.11 other 0.20
word:attack research 0.20
word:attent release -0.13 research 0.61 tool -0.20
word:attrib incident 0.18
word:audit research 0.12 opinion -0.12 tool 0.19 other -0.10
word:auditi research 0.34 incident -0.18
word:author release -0.18 research 0.35 policy 0.45 funding -0.12 incident -0.10 opinion -0.13 people 0.12 other -0.10
word:automa research 0.11 tool -0.17 people 0.12
word:availa tool 0.31
word:away opinion 0.14
word:back release -0.21 research -0.35 incident 0.30 opinion 0.60 business -0.17 other -0.11
word:backgr tool 0.20
word:bad incident 0.17 other 0.13
word:bank tool -0.20 business 0.37
word:baseli research 0.13
word:batchi opinion 0.13
word:batter incident 0.31
word:be release -0.40 research -0.15 incident 0.42 opinion 0.77 tool -0.18 business -0.11 other -0.17
word:beats research 0.22
word:become opinion 0.37 tool -0.18
word:becomi opinion 0.11
word:been release 0.22 opinion 0.20 tool -0.12
word:before policy 0.46 opinion -0.21 tool 0.12 business -0.17 other 0.15
word:behind opinion -0.11 business 0.40
word:below research 0.22
word:benchm research -0.17 incident 0.16 opinion 0.34
word:best release -0.18 opinion 0.15 tool 0.19 business -0.14 other 0.12
word:beta tool 0.27
word:better release -0.11 research 0.12 opinion 0.24 business -0.17 other 0.16
word:betwee policy 0.20 funding -0.12 opinion 0.32 business -0.14
word:billin tool 0.13
word:billio release -0.15 research -0.12 policy 0.18 funding 0.40 infrastructure 0.11 business -0.14
word:biolog research 0.22
word:bits research 0.22
word:blackw infrastructure 0.11
word:blocks policy 0.28
word:board research -0.22 policy 0.12 tool -0.23 business 0.37 people 0.18
word:bookke research 0.39 opinion -0.11
word:bot tool 0.10
word:branch business 0.16
word:breaks incident 0.12
word:brewer research -0.16 opinion -0.15 tool -0.20 business 0.26 other 0.39
word:brings tool 0.34 business -0.11
word:browse release 0.44 research -0.13 tool -0.13
word:bugs incident 0.16 tool 0.23 business -0.25
word:build research -0.21 opinion -0.16 tool 0.20 other 0.37
word:buildi release -0.35 research -0.22 incident 0.20 opinion -0.13 business 0.81 other -0.13
word:builds business 0.14
word:built infrastructure 0.16 incident 0.24 opinion -0.22 tool 0.15 business -0.15
word:busine opinion 0.15 business 0.19
word:buying business 0.22
word:buys business 0.25
word:by release -0.28 research 0.66 policy 0.15 funding 0.11 infrastructure 0.50 incident -0.26 opinion -0.11 tool -0.10 business -0.30 people -0.12 other -0.25
word:cable infrastructure 0.30
word:cachin release -0.16 tool 0.23
word:calend incident 0.24
word:call release -0.11 research 0.12 opinion 0.10 tool -0.17 business 0.14 other 0.19
word:callin opinion 0.29
word:calls opinion -0.34 tool 0.35 other 0.11
word:camera release 0.11 research 0.11
word:can release 0.22 research 0.21 policy -0.12 incident -0.12 opinion -0.51 tool 0.28 business 0.15 other 0.13
word:cannot research 0.22
word:capabi research 0.15
word:capabl release 0.21 research -0.10
word:capaci infrastructure 0.55 opinion -0.10
word:card infrastructure 0.12 tool 0.15
word:case release -0.21 research -0.14 policy 0.23 infrastructure -0.13 opinion 0.65 tool -0.27 business 0.11 other -0.12
word:cases research 0.12 incident 0.27
word:celebr other 0.39
word:centre release -0.13 policy 0.29 infrastructure 0.34 incident 0.19 tool -0.24 business -0.27 other -0.12
word:ceo incident 0.15
word:chain policy 0.20 opinion -0.13
word:change release -0.21 research 0.44 policy 0.22 infrastructure -0.10 incident -0.15 opinion -0.31 tool 0.43 other -0.21
word:charac release 0.26
word:charge release 0.11 research -0.13 incident 0.35
word:chart other 0.19
word:chat research -0.21 incident -0.12 opinion 0.19 tool -0.14 business 0.19 other 0.30
word:chatbo research -0.15 policy 0.36 infrastructure -0.14 incident 0.35 tool -0.14 business -0.18 other 0.11
word:chats tool 0.28
word:cheap opinion 0.16
word:cheape tool 0.28
word:check tool 0.14
word:checke tool 0.17
word:checks opinion -0.14 tool 0.29
word:chess release -0.11 research 0.19 other 0.23
word:chief research -0.18 policy -0.11 opinion -0.12 business -0.15 people 0.83 other -0.12
word:chip funding 0.13 infrastructure 0.12 tool -0.10 business 0.34
word:chipma release -0.10 funding 0.28
word:chips infrastructure 0.23
word:choice opinion 0.10
word:citati policy -0.11 incident 0.27
word:citing research -0.10 incident 0.21 tool -0.11
word:claims research -0.21 business 0.59 other -0.11
word:class infrastructure 0.16 opinion 0.23
word:classi release 0.16 research 0.30 tool -0.20 business -0.13
word:clicks research 0.26
word:clinic incident 0.21 opinion 0.12
word:clip release 0.21
word:clonin release 0.11 tool 0.18
word:close research 0.10
word:closed release 0.16 opinion -0.10 business 0.17
word:cloud release 0.13 research -0.13 infrastructure 0.12 opinion -0.11 tool 0.37
word:cluste research -0.14 infrastructure 0.67 opinion -0.11 business -0.16
word:code release -0.25 research 0.43 infrastructure -0.12 opinion -0.10 tool 0.60 business -0.14 other -0.18
word:coding release 0.14 research -0.17 tool 0.14 business 0.14
word:collec policy 0.23 opinion -0.12
word:comes release 0.21 research -0.19 incident -0.10 opinion 0.18 tool 0.11 business -0.25 people 0.19 other -0.14
word:coming release 0.10 opinion -0.15 other 0.23
word:comman release 0.40 research -0.18 incident 0.25 opinion -0.15 tool 0.13 business -0.27
word:commen research -0.13 opinion 0.56 tool -0.11
word:commit release -0.11 research -0.14 policy 0.43 tool 0.23 business -0.18
word:commun release 0.12 other 0.20
word:compac research 0.17
word:compan release 0.24 research -0.22 policy 0.34 infrastructure -0.14 tool -0.56 business 0.49 other -0.26
word:compar research 0.55 infrastructure 0.17 tool -0.15 other -0.18
word:compat tool 0.40
word:compil tool 0.25
word:compla incident 0.14 opinion 0.20
word:comple funding 0.11 tool 0.12 business 0.17
word:compre research 0.45 incident -0.18
word:comput release 0.53 research 0.28 infrastructure 0.24 opinion -0.14 tool -0.35 business -0.26
word:confer opinion -0.14 business -0.10 other 0.47
word:confir incident 0.18 opinion -0.14
word:connec research -0.11 tool 0.42 business -0.10
word:consol research -0.12 tool 0.48 business -0.12
word:consul incident 0.25 tool -0.12 business 0.16
word:consum release -0.12 infrastructure 0.18 opinion -0.15 tool 0.22
word:contai tool 0.26
word:contin research 0.25
word:contra research 0.16 policy -0.18 incident 0.35
word:contro release -0.12 research 0.27 opinion -0.12 business 0.21 other -0.14
word:conver research 0.20 opinion -0.23 tool 0.33 business -0.15
word:cook opinion 0.14
word:cooled infrastructure 0.27
word:copyri policy 0.15
word:costs research 0.16
word:could opinion 0.24
word:counte research -0.11 incident 0.17 tool -0.21 business 0.31
word:counti research 0.18
word:countr other 0.19
word:course opinion -0.15 tool 0.16 other 0.20
word:court release 0.21 incident 0.26
word:crash tool 0.16
word:credit release -0.18 opinion -0.14 tool -0.22 business 0.72
word:cursor release -0.11 tool 0.24
word:custom research -0.23 opinion -0.23 tool 0.31 business 0.44 other -0.12
word:cuts business 0.21
word:cyber research 0.10
word:daily opinion 0.12
word:dashbo opinion 0.25 tool 0.17 business -0.15
word:data release 0.11 infrastructure 0.20 opinion 0.11 people -0.11 other -0.26
word:databa incident 0.23 opinion -0.10 tool 0.32 business -0.27
word:datase release 0.21 policy 0.26 tool -0.10
word:day research -0.24 funding 0.23 opinion -0.32 business -0.26 other 0.96
word:days opinion 0.12 other 0.14
word:deal infrastructure 0.34 business -0.16
word:debate opinion 0.14
word:decodi infrastructure 0.10
word:deep other 0.22
word:deepfa policy 0.15 incident -0.11
word:defenc policy 0.18 opinion 0.13
word:demand policy 0.15 infrastructure 0.14
word:dense research 0.30
word:depart policy 0.14 opinion -0.15 business 0.30 people 0.20 other -0.13
word:depend research 0.13
word:deploy release -0.18 incident 0.14 opinion -0.11 business 0.31
word:depth research 0.23
word:descri opinion 0.34 tool -0.13
word:design research 0.42 funding 0.14 business -0.19
word:desk business 0.13
word:detect research 0.35
word:develo research -0.23 policy 0.50 opinion -0.20 tool -0.18 business 0.12 other 0.21
word:device release 0.36 tool -0.13
word:did opinion 0.14
word:diffus research 0.29
word:digest tool 0.18
word:direct people 0.34
word:disagr opinion 0.16
word:discov release -0.10 incident 0.21 business 0.19
word:discus opinion 0.24
word:do release 0.17 research 0.50 incident 0.21 opinion -0.20 business -0.25 other -0.22
word:docume release -0.14 tool 0.49
word:does research 0.14
word:dog research 0.11
word:don opinion 0.34 tool -0.11
word:doubt research 0.11
word:downlo release 0.25 research -0.12 opinion -0.18 tool 0.32
word:downti research -0.11 incident 0.45 opinion -0.22 tool 0.14 business -0.13
word:draft policy 0.16
word:drafts policy 0.29
word:draws other 0.15
word:drones research 0.21 other 0.19
word:drops business 0.21
word:each research -0.17 funding 0.14 opinion 0.18 tool 0.18 business -0.12
word:early opinion 0.10
word:editin research 0.47 tool -0.16
word:editor release -0.16 research -0.10 incident 0.17 opinion 0.18 tool 0.30 business -0.18
word:edits research 0.23
word:effect research 0.38 policy 0.17 tool -0.13 other -0.10
word:effici release -0.11 research 0.16
word:eight tool 0.24 business -0.20 other 0.16
word:electr infrastructure 0.19
word:emphas opinion 0.14
word:encode research 0.43 tool -0.15
word:endpoi tool 0.29
word:ends opinion 0.14
word:engine release 0.39 research -0.21 policy -0.16 opinion 0.35 tool -0.28 other 0.12
word:enterp release 0.47 research -0.11 opinion -0.12 tool -0.31 business 0.32
word:enters infrastructure 0.23
word:enviro research 0.16
word:episod research 0.37 opinion -0.15 tool -0.31 business -0.12 other 0.41
word:equal research 0.13
word:error incident 0.67 opinion -0.18 business -0.14
word:estima research 0.27 tool -0.17
word:et research 0.18
word:evalua release -0.16 research 0.29 tool 0.19 business -0.14 other 0.17
word:evenin infrastructure 0.25 other 0.13
word:every release -0.11 research -0.16 tool 0.10 business 0.40
word:everyo release 0.59 opinion -0.22 tool -0.15 other 0.18
word:exampl research 0.33 opinion -0.14
word:execut incident 0.35
word:expand release 0.20 research -0.10 funding 0.14 tool -0.16 business 0.32
word:expect release -0.15 research 0.17 tool 0.27
word:experi research 0.15 opinion 0.11
word:expert research 0.55 opinion -0.13 tool -0.15 business -0.11
word:explai release -0.14 opinion -0.19 tool 1.14 business -0.38 other -0.17
word:explor business 0.27
word:export research -0.10 incident 0.22
word:extens tool 0.31
word:fab infrastructure 0.10
word:factor business 0.20
word:failed research 0.17 opinion -0.13 tool 0.50 business -0.19 other -0.17
word:fails policy 0.12 tool 0.11
word:failur research 0.44 incident 0.12 opinion -0.19 tool -0.15
word:fair research 0.11
word:fall business 0.11
word:falls release -0.15 incident 0.24
word:family release 0.15 incident 0.25 opinion -0.14
word:far research 0.13 tool -0.13 business 0.16
word:farms infrastructure 0.26 opinion -0.12
word:fast release 0.35
word:faster release -0.14 research -0.29 tool 0.23 business 0.30
word:featur release 0.10 research 0.31 opinion 0.13 tool -0.34
word:fernli release -0.14 tool 0.36
word:few research 0.16
word:fewer research 0.40 opinion 0.11 tool -0.20
word:field research 0.12
word:fifth other 0.21
word:figure research -0.11 infrastructure 0.18 incident 0.17
word:file tool 0.29 business -0.12
word:files research -0.17 funding 0.16 tool 0.43
word:financ policy 0.23
word:find research 0.14 other 0.19
word:finds opinion -0.16 tool 0.14 other 0.12
word:fine research 0.16 incident -0.10 tool 0.35
word:fines policy 0.33 opinion -0.12
word:firm funding 0.16 incident 0.17 opinion -0.12 tool -0.10 business 0.34
word:firms research -0.14 policy 0.24 tool -0.17 business 0.33 other -0.12
word:first policy -0.10 funding 0.25 incident -0.17 tool -0.11 other -0.15
word:five infrastructure 0.11 other 0.11
word:fixed tool 0.20
word:fixes release -0.22 incident 0.23 tool 0.23
word:follow incident 0.12 opinion -0.19 tool 0.43 business -0.11
word:for research -0.20 policy 0.26 funding 0.68 infrastructure 0.33 incident -0.44 opinion -0.33 tool 0.60 business 0.11 people -0.22 other -0.88
word:foreca business 0.10
word:forget tool 0.19
word:formal release 0.31 research 0.15 opinion -0.11
word:former people 0.14
word:forms business 0.26
word:forty research 0.20 opinion -0.13 tool -0.18 business -0.13 other 0.29
word:found research 0.14 other 0.14
word:founde research -0.13 opinion 0.39 tool -0.15 business 0.14 people 0.16 other -0.14
word:four research 0.40 policy -0.11 incident -0.12 opinion 0.14 tool 0.11 business -0.23
word:framew policy 0.63 tool -0.35 business -0.13
word:free release 0.70 research -0.28 other -0.12
word:from release -0.24 research 0.86 policy -0.18 infrastructure -0.11 incident -0.22 opinion -0.41 tool 0.27 business -0.50 people 0.47
word:front opinion 0.18
word:fronti release 0.24 policy 0.44 opinion -0.14 tool -0.26 business -0.13
word:full tool 0.13
word:fund research -0.29 policy 0.21 funding 0.75 tool -0.18 business -0.16
word:funds funding 0.15
word:gains research 0.14 tool 0.13
word:garden opinion 0.22
word:gb opinion 0.26 tool -0.13
word:genera release 0.14 research 0.82 policy 0.41 funding -0.10 infrastructure -0.25 incident -0.10 opinion -0.29 tool 0.30 business -0.52 people -0.12 other -0.28
word:get research 0.10 opinion 0.14 business 0.18 other -0.18
word:gets release -0.15 research -0.21 funding 0.14 opinion 0.12 tool 0.68 business -0.20 other -0.16
word:gettin research -0.15 tool 0.30 business -0.18 other 0.20
word:gives infrastructure 0.11 opinion 0.10
word:go release -0.20 research 0.14 infrastructure 0.14 incident -0.14 business -0.13 other 0.35
word:goes release 0.28 research -0.12 infrastructure 0.11 tool -0.17 people 0.11 other -0.10
word:good research -0.26 opinion 0.65 business -0.15
word:got research -0.11 opinion 0.15 tool 0.29
word:govern research -0.10 policy 0.20 incident 0.19 opinion -0.12
word:gpu release -0.15 research -0.18 policy -0.16 funding -0.11 infrastructure 1.12 incident -0.10 opinion -0.17 tool 0.24 business -0.36
word:gpus infrastructure 0.20 incident 0.11 tool 0.13
word:grants funding 0.38 tool -0.15
word:great opinion 0.14
word:group research -0.17 business 0.55
word:growth opinion 0.15 tool -0.22 business 0.31
word:guardr release 0.19 research 0.14 opinion -0.10
word:guests tool 0.34
word:guide research -0.10 tool 0.43 business -0.11
word:gw infrastructure 0.12
word:hackat research -0.13 opinion -0.18 tool -0.24 business -0.15 other 0.92
word:half release 0.33 research 0.24 opinion 0.13 business -0.40
word:halves research 0.16 business 0.15
word:hand tool 0.11
word:handed research 0.31 opinion -0.15
word:happen research -0.14 incident 0.55 tool -0.11
word:hardwa tool 0.15
word:has release 0.32 opinion 0.11
word:have funding 0.19 opinion 0.18 business -0.18
word:he people 0.14
word:head research -0.12 opinion 0.14 business -0.38 people 0.76
word:heads policy 0.26
word:helps tool -0.18 business 0.30
word:here release 0.75 opinion -0.17 tool -0.17
word:highli other 0.19
word:hiring opinion 0.40 tool -0.15 business -0.11
word:histor other 0.20
word:hits incident 0.10
word:hn opinion 0.11
word:hold research 0.39 incident -0.10 opinion -0.11
word:home release 0.18
word:hospit research -0.11 tool -0.11 business 0.52
word:hour research -0.14 infrastructure 0.38 opinion -0.10 tool 0.13 other -0.10
word:hours policy 0.11 incident 0.20 tool -0.13
word:how release -0.22 incident -0.37 opinion 0.19 business 0.51 people -0.12
word:hub tool 0.15
word:humano incident 0.24 business -0.12
word:hundre research 0.20
word:hybrid research 0.18 tool 0.10
word:image release 0.45 research -0.17 incident -0.12 opinion -0.23 business 0.30
word:images release 0.19 policy -0.12 incident 0.22
word:improv research 0.13 opinion -0.14 tool 0.43 business -0.13
word:in release -0.13 research 0.83 policy -0.67 incident 0.14 opinion -0.78 tool 0.90 business 0.11 people -0.19 other -0.29
word:includ incident 0.11 tool 0.13
word:index research -0.19 opinion -0.37 tool 0.67
word:infere release -0.14 research 0.32 policy -0.15 incident -0.14 opinion 0.16 other -0.17
word:inside release -0.20 research 0.48 infrastructure -0.11 opinion -0.18 tool 0.22 other -0.12
word:instal business 0.22
word:instea business 0.16
word:instit research -0.11 policy 0.76 opinion -0.14 tool -0.15 business -0.16
word:instru research 0.14
word:insure research -0.15 business 0.35
word:intell release 0.21 research 0.24 tool -0.14
word:interf tool 0.15
word:intern research 0.22 policy 0.15
word:interp research 0.23 business -0.11
word:interv tool -0.10 business -0.14 people 0.66 other -0.12
word:into research -0.15 funding 0.38 business -0.12
word:introd release 0.64 research -0.15 opinion -0.28 tool -0.12 business 0.11 other 0.11
word:invest other 0.14
word:invite incident 0.24
word:ipo funding 0.20
word:is release 1.00 research -0.22 policy -0.34 funding -0.12 infrastructure -0.27 incident -0.23 opinion 1.11 tool -0.15 business -0.86 people 0.29 other -0.20
word:it release -0.34 policy -0.12 opinion 0.50 tool 0.49 other -0.22
word:its research -0.21 infrastructure -0.28 opinion -0.41 business 1.15 people -0.17 other -0.16
word:job research -0.38 opinion 0.11 tool 0.31 business -0.11 other 0.21
word:jobs release -0.16 research -0.19 tool 0.35 business 0.35 other -0.13
word:join infrastructure 0.28 tool -0.25 business 0.25 people -0.20 other 0.21
word:joins funding 0.19 business -0.16 people 0.22
word:joint research -0.17 policy 0.35 tool -0.13 business 0.24
word:judge research 0.14 policy 0.24 funding -0.11
word:june research -0.14 incident 0.50 opinion -0.10 business -0.14
word:junior opinion 0.19
word:keep tool 0.21
word:keepin tool 0.13
word:keeps tool 0.13 business 0.13
word:kernel opinion 0.10
word:key research -0.10 incident 0.19
word:keynot infrastructure 0.17
word:keys tool 0.25
word:know research -0.15 opinion 0.19 tool -0.22 business 0.26 other 0.11
word:lab infrastructure 0.11 tool -0.27 business 0.16 people 0.10 other -0.15
word:labell research -0.12 opinion 0.16 business 0.20
word:labels release -0.11 policy 0.32 opinion -0.12 other 0.16
word:labs business 0.26
word:langua release 0.42 opinion -0.12 tool -0.24 other 0.25
word:laptop release -0.10 tool 0.29
word:large release 0.19 research -0.11 tool 0.19 business -0.12
word:larger tool 0.18
word:larges tool 0.15
word:last research -0.12 infrastructure 0.17 incident 0.44 opinion -0.13 business -0.10 other -0.11
word:latenc research 0.13 tool -0.10
word:latent research 0.36
word:launch release 0.17 research -0.11 policy 0.16 infrastructure -0.25 incident 0.12 tool -0.24 other 0.32
word:law research -0.11 policy -0.16 opinion 0.47 tool -0.21 business 0.18
word:layer research 0.23
word:lead release -0.15 research -0.10 people 0.67
word:leader opinion 0.12 business 0.20 other -0.11
word:leak incident 0.14
word:leaked research 0.17
word:leaks people 0.14
word:learn research 0.16
word:learne research 0.45 policy -0.12 opinion 0.18 tool -0.23 business -0.16
word:learni research 1.13 opinion -0.26 tool -0.46 business -0.15 people 0.10
word:led funding 0.13
word:left opinion 0.10
word:legal funding 0.15 incident 0.11 tool -0.15 business 0.24
word:length tool 0.11
word:lesson opinion 0.10
word:let release -0.10 research -0.11 opinion 0.27 tool 0.20
word:lets opinion -0.12 tool 0.38
word:level research 0.28
word:librar research 0.11 policy 0.24 incident -0.22 opinion 0.20 business -0.14
word:licenc release 0.18 research -0.38 policy 0.38 tool 0.21 business -0.14 other -0.10
word:like research -0.19 infrastructure 0.18 opinion 0.58 tool -0.22
word:limits tool 0.17 business -0.10
word:line release 0.37 research -0.14 opinion -0.10 business 0.11 other -0.15
word:linear research 0.27
word:lisbon research -0.12 tool -0.18 business 0.27 other 0.24
word:list release -0.11 research -0.13 policy 0.18 other 0.18
word:live research 0.13 tool 0.11 business -0.15
word:llm incident 0.20
word:local release -0.23 research -0.28 policy -0.13 infrastructure -0.11 incident -0.14 tool 0.77
word:log release 0.13
word:logged research 0.13
word:logs tool 0.31 business -0.17
word:long research 0.27 opinion -0.14 tool 0.56 business -0.30 other -0.14
word:longer policy 0.30
word:look research -0.12 infrastructure 0.17 incident 0.12 opinion -0.17 tool 0.15 business -0.11
word:lookin opinion 0.34 tool -0.12
word:looks infrastructure 0.19 opinion 0.19 tool -0.11
word:loop tool 0.12
word:loses other 0.24
word:loss research 0.11
word:lost policy -0.13 incident 0.59 opinion -0.12
word:low infrastructure 0.10 incident 0.18
word:mac tool 0.22
word:machin research 0.11 opinion 0.12 tool -0.19 business -0.11 other 0.28
word:made policy -0.16 incident 0.19 business -0.10 other 0.13
word:mail release -0.24 research 0.34 business -0.13
word:maker release -0.16 research -0.10 opinion -0.22 tool 0.15 business 0.54
word:makers research -0.13 opinion 0.30 tool -0.25 business -0.18 other 0.37
word:makes release 0.26
word:malwar incident 0.20
word:map research 0.77 opinion -0.11 tool -0.23 business -0.24
word:markdo research -0.17 tool 0.38
word:market opinion 0.16
word:marlow business 0.14
word:masked research 0.30
word:mathem release 0.34
word:matrix release -0.10 research 0.21
word:matter research -0.14 opinion 0.36
word:may release -0.16 research -0.21 incident 0.33 opinion -0.14 other 0.34
word:me opinion 0.27
word:measur research 1.20 policy -0.12 opinion -0.19 tool -0.30 business -0.17 other -0.14
word:meet release 0.43 research -0.27 opinion -0.30 tool -0.35 business 0.16 people 0.41 other 0.17
word:meetin release 0.26
word:member people 0.31
word:memory research 0.36 policy -0.11 infrastructure 0.26 incident -0.14 tool 0.18 business -0.39 other -0.14
word:mentio opinion 0.11
word:messag opinion -0.10 tool 0.46
word:method research 0.54 incident -0.11 tool -0.13
word:millio research 0.38 policy -0.10 funding 0.24 opinion -0.18 tool -0.33 other -0.11
word:mini release 0.13
word:minist policy 0.18 opinion -0.15 business 0.14
word:minors incident 0.23
word:minute tool 0.12
word:miss research 0.17
word:missin incident 0.18
word:mit other 0.28
word:mixtur research 0.11
word:moat opinion 0.20
word:mode tool 0.18
word:model release 0.49 research -0.16 policy -0.11 funding -0.12 infrastructure -0.22 incident 0.47 opinion 0.12 tool 0.19 business -0.23 other -0.35
word:models release -0.41 research 0.57 policy 0.54 infrastructure -0.16 incident -0.31 tool -0.66 business 0.28
word:month research -0.13 opinion -0.21 business 0.23 other 0.33
word:months research -0.11 opinion 0.30
word:more release -0.14 research -0.26 infrastructure 0.48 opinion 0.25 business -0.24
word:most release 0.31 research -0.25 opinion 0.35 tool -0.21 business -0.14
word:move tool 0.20
word:moved tool 0.25 business -0.16
word:moves research 0.11 people 0.21
word:much opinion 0.12
word:multi tool 0.16
word:music policy 0.10
word:must infrastructure 0.19
word:mw infrastructure 0.21
word:my opinion 0.46
word:named business 0.22
word:names business -0.13 people 0.23
word:nano release 0.11
word:nation policy 0.42 tool -0.10
word:nature research 0.35
word:need release -0.11 research -0.46 policy -0.11 opinion 1.11 business -0.15
word:networ release -0.12 research 0.19 policy 0.26 opinion -0.17 other 0.11
word:neural tool 0.16 other 0.15
word:new release 1.01 research -0.52 funding -0.14 incident -0.30 opinion -0.52 people 0.89 other -0.39
word:newsro research -0.14 opinion -0.17 tool -0.19 business 0.14 other 0.48
word:next release 0.26 infrastructure 0.25 business -0.25
word:nine release 0.33 research 0.25 policy 0.28 incident -0.21 opinion -0.14 tool -0.25 business -0.20
word:no research 0.14 policy 0.40 tool -0.12 business -0.11
word:nobody opinion 0.40 business -0.14
word:not release -0.18 research 0.29 policy -0.12 incident 0.16 opinion 0.34 tool -0.20 other -0.19
word:notabl opinion 0.14
word:notebo research -0.17 tool 0.54
word:notes release -0.37 research -0.12 policy -0.10 funding 0.15 infrastructure -0.13 incident -0.12 opinion 0.35 tool 0.76 business -0.45
word:notice policy 0.22
word:noting opinion 0.17
word:now research -0.59 policy -0.11 funding 0.34 infrastructure -0.15 incident -0.23 opinion -0.24 tool 1.24 business 0.11 other -0.28
word:number research 0.51 opinion -0.15 business -0.15 other 0.13
word:ocr release 0.16
word:oems infrastructure 0.37
word:of release 0.20 research 0.64 policy -0.32 funding 0.11 infrastructure -0.39 opinion -0.42 tool -0.12 people 0.55 other -0.31
word:off incident 0.22
word:office research 0.23 incident -0.11 opinion 0.16 tool -0.41 business 0.54 other -0.16
word:offlin release -0.10 research 0.10 tool 0.16
word:often research 0.26 tool -0.12
word:old tool 0.13
word:on release -0.44 research 0.16 policy 0.71 funding 0.12 infrastructure -0.32 incident 0.43 people -0.42 other -0.13
word:once tool 0.20
word:one release 0.11 research -0.38 incident -0.11 opinion 0.23 tool 0.68 business -0.30 other -0.16
word:only research 0.23 opinion 0.21 tool -0.25 business -0.11 other 0.10
word:open release 0.78 policy -0.31 infrastructure -0.19 incident -0.20 business 0.44 people -0.15 other -0.32
word:openin research -0.27 business 0.17 other 0.26
word:opens release 0.42 research -0.20 funding 0.22 tool -0.19 business -0.10 other 0.17
word:operat release 0.16
word:optimi research 0.21 opinion 0.12
word:or research 0.14
word:orders tool 0.15
word:oregon infrastructure 0.14
word:orin release 0.33 research -0.17 opinion -0.20 tool -0.12 business 0.31
word:other opinion 0.19 other 0.11
word:others opinion 0.37 tool -0.11
word:our release -0.38 research -0.23 policy -0.17 funding 0.30 infrastructure 0.79 opinion -0.61 tool -0.80 business 0.12 people 0.62 other 0.29
word:out release 0.33 research -0.10 infrastructure 0.13 incident 0.21 opinion -0.27 tool -0.40 business 0.18
word:outage incident 0.24
word:outlin opinion 0.12
word:output incident 0.17
word:over release -0.17 policy 0.49 funding -0.12 infrastructure -0.17 incident 0.21 opinion -0.24 tool -0.12
word:own release -0.22 incident 0.17 opinion -0.18 tool 0.73 business -0.31
word:pack tool 0.33
word:packag incident 0.23 opinion -0.16 tool 0.26
word:panel release -0.14 research 0.21 opinion -0.17 tool 0.30
word:paper research 0.26 incident 0.11
word:papers research -0.27 incident 0.12 other 0.24
word:parame research 0.21
word:parser tool 0.25
word:part research -0.18 incident 0.19 tool 0.25
word:partne release 0.27
word:passes release -0.12 tool -0.20 business 0.64 other -0.12
word:patter opinion -0.14 tool 0.47
word:pay release -0.11 policy 0.12 infrastructure 0.32
word:pdf tool 0.28
word:peak infrastructure 0.27
word:people research 0.30 opinion 0.23 tool -0.18 business -0.13
word:person release 0.19 research 0.12 tool -0.16 people 0.25
word:phone tool 0.16 other 0.20
word:phones release 0.13
word:photo tool 0.15 other 0.15
word:photos incident 0.20 other 0.18
word:picker tool 0.21
word:picks release -0.11 tool 0.30
word:pictur release 0.11 other 0.17
word:pipeli research -0.16 opinion 0.23 tool 0.57 business -0.29 other -0.12
word:plan research 0.14 opinion 0.13 tool 0.36 business -0.37
word:plans tool 0.21
word:platfo release 0.25 research -0.21 infrastructure 0.18 incident -0.24 opinion -0.11 business 0.44 other -0.20
word:podcas opinion -0.13 other 0.39
word:policy research 0.59 policy -0.23 opinion -0.14 business -0.20 people 0.32
word:poll opinion -0.11 other 0.25
word:positi other 0.15
word:post tool -0.25 business 0.44
word:posted incident 0.21
word:poster opinion 0.19
word:postmo incident 0.44
word:posts tool 0.11
word:power infrastructure 0.43 opinion -0.13
word:practi release -0.12 tool 0.27
word:praise opinion 0.19
word:predic tool 0.11
word:prefil infrastructure 0.14
word:prepri policy 0.18
word:presen tool 0.11
word:previe release 0.16 incident -0.11 tool 0.27 business -0.12
word:price release 0.26
word:prices funding 0.14 infrastructure 0.23 business -0.11
word:privac business 0.13
word:proble research 0.45 opinion 0.36 tool -0.22 business -0.24 other -0.15
word:produc release -0.18 research -0.37 policy -0.12 infrastructure 0.26 incident 0.19 opinion 0.15 tool 0.24 business 0.14 other -0.20
word:progra release -0.15 opinion -0.24 business 0.61 other 0.12
word:projec release -0.12 research -0.11 funding 0.15 opinion 0.12 tool 0.21
word:prompt release -0.34 policy -0.12 infrastructure -0.11 incident 0.12 opinion -0.11 tool 1.00 business -0.33
word:propos research 0.28 tool -0.12
word:prover research 0.25
word:provid infrastructure 0.19 incident 0.14 tool 0.13 business -0.13
word:public opinion -0.14 business -0.11 other 0.50
word:publis release 0.36 research 0.16 incident -0.12 opinion -0.26 tool -0.15 other 0.15
word:pull tool 0.10
word:pupils business 0.12
word:purcha business 0.26
word:puts business 0.19
word:python research -0.21 tool 0.40 business 0.18
word:qualit release -0.14 research 0.12 incident 0.13 opinion 0.30 tool -0.15
word:quanti release -0.10 research 0.30 opinion 0.10
word:quarte other 0.25
word:questi research 0.70 opinion 0.17 tool -0.16 business -0.27 other -0.15
word:quillb release -0.25 research -0.15 tool 0.58
word:quiz opinion -0.12 other 0.28
word:rack release -0.11 infrastructure 0.31
word:racks research -0.10 infrastructure 0.56 opinion -0.12
word:raises infrastructure 0.16 opinion 0.11 business -0.13
word:ran incident 0.20
word:random research 0.58 opinion -0.11 tool -0.18
word:ranges research 0.14
word:ranked incident 0.21
word:rare research 0.73 opinion -0.16 tool -0.28 business -0.11
word:rate tool 0.20
word:rather opinion 0.19
word:reach release -0.10 research -0.11 policy 0.14 business 0.25
word:reache release 0.13 policy 0.15 infrastructure 0.28 tool -0.14 other -0.13
word:read opinion 0.11
word:reader opinion 0.16 business 0.17
word:readin opinion -0.17 tool 0.23 business -0.14 other 0.19
word:reads research -0.27 tool -0.14 business 0.55
word:real research 0.16 opinion 0.18 tool -0.14
word:reason release 0.15 tool -0.12 people 0.33 other -0.14
word:rebuil tool 0.19
word:recap infrastructure 0.15 other 0.14
word:recipe research 0.22
word:recogn research 0.13 tool 0.19
word:recomm opinion 0.17
word:record release 0.25
word:recurr release -0.12 research 0.24
word:red research 0.26
word:refusa research 0.68 opinion -0.10 tool -0.18 business -0.10
word:regist research 0.10 tool 0.14
word:regula incident 0.20 opinion 0.13
word:reinfo people 0.14
word:releas release -0.22 incident 0.15 opinion -0.14 tool 0.54 business -0.13
word:reliab research 0.16
word:remain opinion 0.20
word:remote tool 0.26
word:reorga business 0.12 people 0.22
word:replac opinion 0.42 tool -0.19
word:replic research 0.13 tool 0.16
word:report research 0.35 policy -0.20 infrastructure -0.13 incident 0.33 opinion 0.15 tool -0.29
word:reprod research 0.17
word:reques research -0.15 tool 0.67 business -0.17
word:resear release -0.30 research -0.41 policy -0.18 funding 0.80 infrastructure -0.12 opinion -0.15 tool -0.20 people 0.56
word:resell research -0.13 tool -0.25 business 0.75 other -0.12
word:residu research 0.23
word:respon policy 0.50 tool -0.15 business -0.14
word:result research 1.15 opinion -0.23 tool -0.26 business -0.19 other -0.13
word:retrai release 0.35
word:retrie opinion -0.19 tool 0.68 business -0.20
word:return release 0.12 research -0.10 opinion -0.34 tool 0.25 business 0.15
word:reveal research 0.16
word:revenu business 0.16
word:review release -0.14 research -0.32 policy 0.32 infrastructure -0.10 tool 0.24 business 0.13
word:revisi research 0.19
word:reward research 0.31
word:right tool 0.15
word:risk policy 0.17 opinion 0.52 tool -0.19 business -0.22 other -0.10
word:rival people 0.21
word:rl research 0.27
word:roadma infrastructure 0.24 opinion 0.15 business -0.16
word:robot release 0.11 research 0.40 incident 0.24 tool -0.20 business -0.22
word:roboti funding 0.13
word:robots tool -0.15 other 0.44
word:rolls incident 0.16
word:round funding 0.20 other 0.13
word:router research -0.10 tool 0.31
word:rubin release -0.13 infrastructure 0.31
word:rules release -0.14 research -0.20 policy 0.54 opinion -0.10 tool 0.15
word:run research -0.13 opinion 0.15 tool 0.31
word:runnin release -0.14 research -0.10 tool 0.53
word:runs tool 0.13 other 0.18
word:runtim research -0.11 tool 0.27
word:rust opinion -0.10 tool 0.34
word:safegu research 0.30
word:safety research -0.25 policy 0.89 funding 0.41 incident -0.11 opinion -0.25 tool -0.28 business -0.27 other -0.17
word:sale release 0.32 research -0.12 policy -0.10 funding 0.13 infrastructure 0.27 incident -0.13 opinion -0.12 tool -0.13 business 0.11 people -0.11 other -0.11
word:sales policy 0.11 business -0.15 people 0.15
word:same research 0.12
word:sandbo tool 0.23
word:saves research -0.11 tool -0.19 business 0.45
word:say opinion 0.40
word:says policy -0.13 infrastructure -0.12 incident 0.34 business 0.30 other -0.21
word:scale research 0.31
word:scalin opinion 0.15
word:scanne research -0.12 incident 0.10 tool 0.19
word:scenes release 0.52 research -0.24
word:scepti research -0.13 opinion 0.30
word:schedu research -0.13 opinion -0.21 tool 0.55
word:school policy 0.12 opinion -0.11 tool -0.45 business 0.64
word:scient research 0.11 opinion -0.12 people 0.46
word:scores research 0.61 incident -0.23 opinion -0.14
word:screen opinion 0.17
word:script research 0.20
word:search release 0.39 incident 0.17 opinion -0.43 tool 0.33 business -0.14 other -0.13
word:season other 0.17
word:second release 0.20 research 0.11 infrastructure 0.18 opinion -0.12 people -0.12
word:securi research -0.13 policy -0.10 incident 0.44 opinion 0.13 tool -0.18
word:see other 0.14
word:seed research -0.10 funding 0.39 infrastructure -0.10 tool -0.24 business 0.14 people 0.19 other -0.12
word:segmen tool -0.17 business 0.48
word:self research 0.16
word:sell business 0.21
word:sells funding 0.13
word:sends infrastructure 0.17 incident 0.20
word:sense opinion 0.15
word:series funding 0.35
word:serve infrastructure 0.21 business 0.12
word:served research -0.17 tool 0.38
word:server infrastructure 0.30 incident 0.38 opinion -0.20 business -0.12 other -0.18
word:servic research -0.17 incident 0.38 tool -0.14 business 0.15
word:sessio release -0.18 tool 0.28
word:set tool 0.54 business -0.17
word:settin tool 0.23
word:settle policy 0.37 funding -0.11
word:seven policy 0.16 infrastructure 0.20
word:severa research -0.15 tool 0.36
word:share opinion -0.14 tool 0.27
word:shared opinion 0.16
word:shares funding 0.27 opinion -0.12
word:shippi release 0.18 research -0.13 opinion 0.27
word:ships tool 0.21
word:shop policy 0.15 tool -0.10
word:short research -0.11 other 0.55
word:shorte opinion -0.13 tool -0.13 business 0.45
word:should opinion -0.10 tool 0.27 other 0.17
word:show research 0.18
word:shown research 0.15
word:shows release 0.12 tool 0.21 business -0.14
word:side research 0.28 opinion -0.10 tool 0.20
word:sideba tool 0.11
word:sign release -0.12 policy 0.32
word:signed policy 0.15
word:signs infrastructure 0.29
word:single tool 0.38
word:site incident 0.27
word:sites infrastructure 0.43
word:six research 0.22 infrastructure 0.19 tool -0.22 people 0.13
word:size release -0.10 research 0.31 opinion 0.20 tool -0.19
word:sizes tool 0.17
word:skill research -0.14 opinion 0.41
word:skills opinion 0.21
word:slack tool 0.38 business -0.15
word:slide opinion 0.17
word:slop opinion 0.11 other 0.23
word:slow research -0.22 incident 0.37 opinion 0.14 tool -0.18
word:slowly research -0.17 opinion 0.35 tool 0.21 business -0.11 other -0.12
word:small release 0.34 research 0.19 incident -0.16 opinion -0.24 tool 0.30 business -0.31
word:smalle release 0.13
word:so release -0.15 incident 0.19
word:softwa opinion 0.24
word:solves research 0.26
word:some research -0.11 opinion 0.29 business -0.13
word:someon tool 0.38
word:someth opinion 0.17
word:sort research 0.34 tool -0.28 business 0.20
word:source research -0.26 policy -0.13 infrastructure -0.10 opinion -0.14 tool 0.43 business 0.34 other -0.11
word:sovere funding 0.15
word:space research 0.62 tool -0.18
word:sparro release 0.17
word:sparse research 0.79 tool -0.37
word:speech release 0.50 opinion -0.23 tool 0.18 business -0.17 other -0.12
word:speed release 0.25 research 0.23 business -0.26
word:spendi business 0.13
word:spread opinion -0.21 tool 0.56 business -0.38 other 0.33
word:spring other 0.21
word:stack research -0.14 tool 0.28 business 0.30 other -0.12
word:staff business 0.15
word:stake funding 0.30
word:standa policy 0.25 infrastructure 0.13 opinion -0.10 business 0.11
word:start research -0.24 funding 0.13 incident -0.10 opinion -0.11 tool 0.24 business 0.28 other -0.12
word:starte research -0.15 tool 0.30 business -0.18 other 0.20
word:starts infrastructure 0.18 other 0.18
word:state research 0.13 infrastructure -0.11 opinion -0.14 tool 0.18 business 0.19 other -0.11
word:states release -0.11 research 0.18 policy 0.18
word:step release -0.18 research -0.27 opinion -0.11 tool 0.93 business -0.16
word:steps research 0.30 tool -0.10
word:stop release -0.11 research -0.19 opinion 0.85 tool -0.16 business -0.13 other -0.10
word:store policy 0.17
word:story opinion -0.11 tool -0.20 business 0.61
word:strate opinion 0.33
word:stream release -0.12 research -0.18 opinion -0.14 tool 0.80 business -0.12
word:strong research 0.23
word:struct research 0.29
word:studen release -0.11 business 0.33 other 0.33
word:studio tool 0.30
word:study research 0.40 opinion -0.20 tool -0.13 business 0.27
word:sub tool 0.12
word:submis policy 0.20
word:sugges opinion 0.15
word:summar research 0.11 opinion 0.11
word:superc release 0.15 infrastructure 0.21
word:superi opinion 0.18 people 0.25
word:superv research 0.29
word:supply policy 0.17 infrastructure 0.10 opinion -0.11 business 0.17
word:suppor release -0.18 opinion -0.10 tool 0.24 business 0.38
word:surpri opinion 0.11
word:survey research 0.31 infrastructure 0.21 opinion -0.27 business -0.15
word:sustai opinion 0.11
word:switch infrastructure 0.16
word:sycoph incident 0.16
word:syncs release 0.16
word:synthe research 0.23
word:system release -0.24 research 0.76 funding 0.31 incident -0.16 opinion -0.38 tool -0.19
word:tables research -0.18 opinion -0.16 tool 0.61
word:take policy 0.16 tool -0.13 business 0.21
word:taken tool 0.17
word:takes funding 0.15
word:target research 0.16
word:task tool 0.10
word:tasks research 0.29 opinion -0.26 tool 0.48 other -0.11
word:taught opinion 0.21 tool -0.12 business 0.12
word:teache release -0.12 business 0.34
word:team release -0.12 policy -0.14 infrastructure -0.13 incident -0.16 opinion -0.36 tool 0.25 business -0.32 people 0.48 other 0.62
word:teamin research 0.26
word:teams release -0.15 research 0.15 other 0.18
word:tech funding 0.17 tool 0.13
word:techni tool 0.13 people 0.12
word:teenag incident 0.22 opinion -0.15 other 0.18
word:tell other 0.10
word:templa tool 0.16
word:ten release 0.30 research 0.15 policy -0.18 infrastructure 0.11 incident -0.10 opinion -0.21 tool 0.14 business -0.27 other 0.14
word:term research 0.37 tool -0.10
word:termin release -0.11 research 0.15 tool 0.11
word:terms policy 0.18 opinion -0.19 other 0.20
word:test research 0.28 policy 0.75 incident 0.12 opinion -0.22 tool -0.27 business -0.23 other -0.18
word:tested research 0.13
word:testin release 0.12 research 0.28 policy 0.26 tool -0.21 business -0.16
word:tests infrastructure 0.11 tool 0.26 business -0.17
word:text research 0.42 opinion -0.11 tool -0.11
word:than research -0.13 opinion 0.44 tool -0.12
word:that release 0.62 research 0.36 policy -0.13 funding -0.14 infrastructure -0.34 incident -0.29 opinion 0.18 tool 0.79 business -0.51 other -0.50
word:the release -0.16 research -0.42 funding -0.46 incident -0.25 opinion 0.37 tool -0.29 business 0.54 people 0.13 other 0.65
word:their research -0.11 infrastructure 0.31 opinion 0.56 tool -0.35 business -0.13 other -0.13
word:them release 0.25 business -0.14
word:there opinion 0.11
word:they research 0.13 policy 0.10 tool 0.12
word:things research -0.15 opinion 0.39 tool -0.19 business -0.13 other 0.33
word:think opinion 0.31
word:third release 0.16 tool -0.17 business 0.29
word:this opinion 0.12 business -0.18 other 0.13
word:thousa infrastructure 0.24 tool 0.16 business -0.14
word:thread opinion 0.44 tool -0.11
word:three release 0.10 research -0.11 policy -0.10 infrastructure 0.16 incident 0.15 tool 0.14 business -0.21 other -0.20
word:throug release -0.11 research -0.14 policy -0.11 infrastructure 0.42 incident 0.18 tool 0.28 business -0.23 other -0.15
word:tier opinion 0.10
word:tiers opinion 0.20 business -0.13
word:time research 0.37 business -0.15
word:tired tool 0.13
word:to research -0.25 policy 0.27 tool 0.38 business 0.12 other -0.37
word:today release 0.15
word:togeth policy 0.32 tool -0.11
word:token release 0.11
word:tokens research 0.11 business 0.13
word:too incident 0.21 business -0.13
word:tool policy -0.11 incident 0.13 opinion -0.21 business 0.22 other -0.14
word:tools opinion 0.25 business 0.12 other -0.13
word:tops other 0.20
word:toward research 0.85 opinion -0.15 tool -0.28 business -0.19
word:traces release 0.11 tool 0.16 business -0.11
word:trade research 0.18
word:train incident 0.22
word:traine release 0.24 research 0.33 opinion -0.13 tool -0.14
word:traini release 0.43 research 0.19 infrastructure 0.35 opinion -0.20 tool -0.15 business -0.32 other -0.18
word:trains release -0.15 research 0.30 tool -0.18 business 0.24
word:transf release -0.10 research 0.54 policy -0.11 incident -0.13 opinion -0.30 tool -0.14 business 0.31
word:transl research 0.47 policy -0.11 incident 0.19 tool -0.10 business -0.11 other -0.12
word:transp policy 0.13
word:trend opinion 0.37 tool -0.16
word:triage research 0.27 incident 0.19 business -0.27
word:triple business 0.15
word:troubl opinion 0.19 business -0.11
word:tune research -0.12 tool 0.25
word:tuning research 0.31
word:turned release -0.14 incident 0.41
word:turns research 0.11 infrastructure 0.17 opinion -0.21 tool 0.15
word:tutori tool -0.11 business 0.23
word:twelve opinion 0.35 tool -0.18
word:twenty opinion -0.16 other 0.22
word:twice release 0.26 tool 0.22 business -0.20
word:two research -0.42 funding 0.14 incident 0.25 opinion -0.40 tool 0.27 business 0.32 people -0.11
word:uncens release 0.27
word:unders research 0.33 tool -0.11
word:unifie infrastructure 0.18
word:unit people 0.22
word:unveil infrastructure 0.29 tool -0.16
word:up research 0.27 policy -0.36 funding 0.24 opinion -0.42 tool -0.19 business 0.36 other 0.15
word:update release -0.19 policy 0.57 tool 0.14 business -0.19 other -0.13
word:upscal tool 0.34
word:us opinion -0.13 tool -0.27 business 0.46 people -0.11 other 0.17
word:usage policy 0.19
word:use release 0.37 research -0.14 policy -0.10 incident -0.20 business 0.23
word:used incident 0.23 opinion 0.14
word:user incident 0.19
word:users incident 0.15 opinion -0.17 business 0.24
word:uses tool 0.15
word:utilit infrastructure 0.26 opinion -0.12
word:vector research -0.15 opinion -0.27 tool 0.70
word:versio release 0.10 tool -0.14 business 0.15
word:vibe opinion 0.15
word:video release 0.57 research 0.25 infrastructure -0.13 opinion -0.19 tool 0.19 business -0.30 other -0.12
word:view research -0.26 opinion 0.48 business -0.13 other 0.11
word:vision release 0.39 research 0.32 tool -0.33 business -0.10
word:voice research -0.22 opinion 0.13 tool 0.11
word:voices opinion 0.24
word:void policy -0.12 incident 0.30
word:voters opinion -0.15 other 0.30
word:vulner research 0.13 incident -0.12
word:waitin research -0.11 opinion 0.37 tool -0.17 business 0.13
word:walk release -0.17 research 0.24 tool 0.33 business -0.14
word:wants opinion 0.37 business -0.14
word:was release -0.12 infrastructure 0.18 incident 0.19 business -0.11
word:waste infrastructure 0.19
word:water infrastructure 0.46
word:way business 0.11
word:we research 0.35 policy 0.38 funding 0.21 opinion -0.47 tool 0.38 business -0.48 people -0.15 other -0.18
word:web opinion 0.11
word:webina other 0.40
word:week research -0.17 incident 0.31 tool -0.31 business -0.27 people 0.20 other 0.50
word:weekly opinion 0.10 business 0.14
word:weeks infrastructure 0.19 opinion -0.13 tool 0.13 business -0.11
word:weight release 0.39 tool -0.22 business -0.14
word:well research 0.24
word:what release -0.27 research 0.61 policy 0.13 funding -0.13 incident 0.29 opinion 0.48 tool -0.23 business -0.40 people -0.20 other -0.21
word:when release -0.11 opinion -0.17 tool 0.86 business -0.26 other -0.15
word:where research 0.36 opinion -0.14 business -0.10 other 0.14
word:whethe opinion 0.13
word:which research 0.26 incident -0.15 opinion 0.17 tool 0.22 business -0.16 other -0.11
word:while research 0.35 tool -0.16 business -0.12
word:who release -0.17 policy 0.15 opinion -0.35 tool 0.16 business 0.21 people 0.31 other -0.15
word:whole opinion 0.29 tool -0.12
word:why research 0.18 incident -0.12 opinion 0.21 business -0.14
word:will release -0.15 policy 0.18 infrastructure 0.74 incident -0.17 tool -0.27 business 0.13 people -0.15 other -0.18
word:windsu release -0.12 tool 0.16 business 0.12
word:with release -0.13 research 0.37 policy -0.44 funding -0.31 incident -0.32 opinion 0.13 tool 0.46 business 1.02 people -0.35 other -0.51
word:within policy 0.12 incident -0.15 opinion 0.22 people 0.20 other -0.10
word:withou release -0.25 research 0.17 policy 0.11 infrastructure -0.11 incident 0.20 tool 0.24 other -0.20
word:work research -0.21 policy 0.33 opinion 0.55 tool -0.17 business -0.15 other -0.13
word:worker opinion 0.17
word:workfl opinion 0.15 tool 0.12
word:workin tool 0.16
word:worklo infrastructure 0.22
word:works release 0.45 policy 0.11 opinion -0.11 tool -0.14
word:worksh research -0.14 other 0.30
word:worksp release -0.19 tool 0.58 business -0.16
word:workst infrastructure 0.34
word:worry opinion 0.10
word:worth opinion 0.15 business 0.22
word:would policy 0.14 incident -0.10
word:write research -0.22 policy 0.11 tool 0.44 business -0.20 other 0.12
word:writes release 0.14
word:writin release -0.23 research -0.31 opinion 0.85 business -0.12 other -0.11
word:writte research -0.10 opinion 0.22 tool 0.19
word:wrong research 0.22 opinion 0.45 tool -0.29 business -0.14 other -0.14
word:year funding -0.13 infrastructure 0.27 incident -0.21 opinion -0.28 tool -0.29 business 0.69 people -0.10
word:years release 0.23 research -0.25 policy -0.15 infrastructure 0.10 tool 0.11 business -0.14 people 0.17
word:yet release 0.15
word:you release 0.27 research -0.51 policy -0.12 infrastructure -0.11 incident -0.16 opinion 0.51 tool -0.12 business -0.38 other 0.74
word:your release -0.25 research -0.31 policy -0.11 incident -0.10 tool 1.42 business -0.23 other -0.17
`
