/* Made by scripts/train-kinds.ts from data/kind-examples.tsv; edit those. */

/** Logits of an item that shows nothing, in the order of `STORY_KINDS`. */
export const KIND_BIAS: readonly number[] = [-0.91, 0.54, 0.48, -1.37, 0.32, 0.6, 0.45, 0.11, -0.16, -0.68, 1.27]

/** A feature a line: what speaks for and against a kind, in logits for each unit of the feature's strength. */
export const KIND_WEIGHTS = `
about:feature release 0.26 research -0.25 infrastructure -0.28 incident -0.26 opinion -0.32 tool 1.37 people -0.13 other -0.33
about:made-by-me opinion -0.15 tool 0.35
about:model release 1.21 research 0.65 policy -0.56 funding -0.21 infrastructure -0.76 incident 0.32 opinion 0.11 tool 0.11 people -0.34 other -0.59
about:product release 1.16 research -0.38 policy -0.20 funding -0.22 incident 0.49 opinion -0.87 tool 0.56 business -0.11 people -0.41
about:software release -0.59 research -0.37 policy 0.18 funding -0.15 infrastructure -0.28 opinion 0.32 tool 1.17 business 0.21 people -0.17 other -0.39
about:survey release -0.11 infrastructure 0.16 incident -0.22 opinion -0.37 business -0.23 other 1.14
cue:business release -0.15 research -0.56 policy -0.44 funding -0.11 infrastructure 0.19 incident -0.52 opinion 0.46 tool -0.80 business 2.72 people -0.28 other -0.52
cue:funding release -0.24 research -0.44 policy -0.32 funding 2.34 infrastructure -0.31 incident -0.36 opinion -0.21 tool -0.39 business 0.36 people -0.27 other -0.17
cue:incident release -0.38 policy -0.22 funding -0.20 infrastructure -0.31 incident 2.57 tool -0.56 business -0.34 other -0.45
cue:infrastructure release -0.17 research -0.24 infrastructure 2.10 incident -0.38 tool -0.32 business -0.20 people -0.22 other -0.46
cue:opinion release -0.24 policy -0.26 funding 0.13 infrastructure -0.28 incident -0.49 opinion 2.49 tool -0.39 business -0.40 people -0.20 other -0.35
cue:people release -0.38 research -0.61 policy -0.54 funding -0.16 infrastructure -0.13 incident -0.52 opinion -0.32 people 3.12 other -0.45
cue:policy release -0.42 research -0.35 policy 2.40 funding -0.19 infrastructure -0.38 incident 0.14 tool -0.24 business -0.45 people 0.19 other -0.64
cue:release release 1.96 research -0.92 policy -0.38 funding 0.32 infrastructure -0.19 opinion -0.20 tool 0.70 people -0.25 other -0.90
cue:research release -0.47 research 1.96 funding -0.10 infrastructure -0.52 incident -0.20 opinion -0.33 tool -0.16 business -0.33 people 0.24
cue:tool research 0.15 policy -0.16 funding -0.35 infrastructure -0.60 incident 0.12 opinion 0.25 tool 1.10 business 0.59 people -0.39 other -0.70
names:agency release -0.18 research -0.18 policy 1.26 funding 0.49 infrastructure -0.37 incident -0.24 opinion -0.18 tool -0.18 business -0.14 other -0.21
names:benchmark research 0.15
names:chip research -0.19 policy 0.29 funding -0.12 infrastructure 0.97 incident -0.16 tool -0.20 business -0.34 people -0.14 other -0.17
names:company release 0.63 research -0.86 policy -0.44 funding 0.74 infrastructure 0.88 incident -0.39 opinion -1.03 tool 0.22 business 0.81 people 0.49 other -1.06
names:conference release -0.20 research 0.11 policy -0.17 infrastructure 0.19 other 0.43
names:fund funding 0.13
names:lab release 0.76 funding 0.70 infrastructure -0.48 incident -0.55 opinion -0.90 tool -0.29 business 0.81 people 0.62 other -0.67
names:law research -0.22 policy 1.65 infrastructure -0.20 incident -0.18 opinion -0.22 tool -0.14 business -0.12 other -0.39
names:model release 1.50 research -0.27 policy -0.38 funding -0.24 infrastructure -0.41 incident 0.63 opinion -0.44 tool -0.33 business 0.22 other -0.29
names:person release -0.13 research -0.26 policy -0.24 infrastructure -0.32 incident -0.28 opinion 0.87 tool -0.20 business -0.24 people 1.32 other -0.44
names:place release 0.10 research -0.58 policy 1.19 funding 0.25 infrastructure 0.41 incident -0.46 opinion -0.26 tool -0.63 business -0.15 people -0.20 other 0.33
names:product release 0.83 research -0.45 policy -0.33 funding -0.33 infrastructure -0.48 opinion -0.32 tool 1.11 business 0.64 other -0.60
names:project release 0.34 research -0.23 funding -0.15 incident -0.28 tool 0.88 business -0.19 other -0.35
names:site research -0.17 policy -0.24 infrastructure 1.18 incident -0.12 opinion -0.12 other -0.15
names:standard research -0.18 policy -0.16 infrastructure 0.29 tool 0.70 business -0.13 other -0.22
names:university release -0.22 research 0.92 policy -0.11 infrastructure -0.10 incident -0.13 opinion -0.13 people 0.19 other -0.23
pair:から opinion 0.20
pair:が退 research -0.10 people 0.20
pair:ける policy 0.12 infrastructure -0.11 opinion 0.29
pair:でき incident 0.12
pair:で公 tool 0.14
pair:ない incident -0.13 opinion 0.11 other 0.26
pair:のか opinion 0.37 other -0.10
pair:のデ infrastructure 0.13
pair:るの opinion 0.37 other -0.10
pair:れる policy 0.18
pair:を公 release 0.24 research -0.18 policy 0.20
pair:を発 release 0.22
pair:を设 research 0.18 policy 0.12
pair:イン infrastructure 0.33
pair:ェン release 0.25 incident 0.15 opinion 0.22 business -0.19 other -0.13
pair:エネ policy 0.16
pair:エー release 0.25 incident 0.15 opinion 0.22 business -0.19 other -0.13
pair:コー release 0.18 research 0.22 funding -0.14
pair:ザー release 0.35 incident -0.11 opinion 0.19 tool -0.11 other -0.11
pair:ジェ release 0.25 incident 0.15 opinion 0.22 business -0.19 other -0.13
pair:スク release 0.17 policy 0.11
pair:セン policy 0.13
pair:タセ policy 0.13
pair:ター policy 0.13
pair:ット release -0.13 research 0.23 other 0.16
pair:ップ release 0.16 people 0.15
pair:デル release 0.27
pair:デー incident 0.30 opinion -0.12
pair:トを release 0.55 business -0.18
pair:トッ release 0.16 people 0.15
pair:ブル policy -0.16 infrastructure 0.38 opinion 0.26 other -0.19
pair:プラ business 0.14
pair:ボッ research 0.24 other 0.17
pair:モデ release 0.27
pair:ライ infrastructure 0.33
pair:ルの release 0.19
pair:ロボ research 0.25 other 0.18
pair:ンタ policy 0.13
pair:ント release 0.43 policy -0.10 infrastructure -0.11 incident 0.12 opinion 0.20 business -0.20 other -0.15
pair:ーの release 0.35 policy 0.18 infrastructure -0.10 tool -0.10
pair:ーク research 0.65 funding -0.14
pair:ージ release 0.25 incident 0.15 opinion 0.22 business -0.19 other -0.13
pair:ータ incident 0.30 opinion -0.12
pair:ード release 0.19 research -0.12
pair:ープ people 0.20
pair:ール tool 0.13 people 0.20
pair:一个 opinion 0.23
pair:一代 release 0.31 infrastructure 0.11
pair:一半 opinion 0.36
pair:七成 business 0.22
pair:三季 release -0.17 business 0.49
pair:上下 opinion 0.36
pair:上市 funding 0.49 business -0.13
pair:上线 incident -0.14 opinion -0.11 tool 0.59 business -0.12
pair:上调 infrastructure 0.12 business 0.25
pair:上限 policy 0.14 business 0.21
pair:下一 release -0.15 infrastructure 0.25 opinion 0.22
pair:下文 opinion 0.36
pair:不再 research 0.14 opinion 0.12
pair:专家 opinion 0.35 other -0.11
pair:业务 business 0.35
pair:业级 release 0.17
pair:业者 policy 0.35 infrastructure 0.41 opinion -0.16 other -0.22
pair:个人 release 0.35 business -0.13
pair:中心 release -0.11 policy -0.15 infrastructure 0.31 tool 0.20
pair:为什 opinion 0.15
pair:为由 release -0.13 policy 0.39 tool -0.14
pair:主管 incident 0.39 other -0.12
pair:事业 business 0.17
pair:产品 release 0.15
pair:亮相 release 0.14 infrastructure 0.15 tool -0.17
pair:人工 policy 0.19 opinion 0.34 other -0.10
pair:人形 release 0.14 incident -0.11 other 0.27
pair:亿円 funding 0.21
pair:亿美 release -0.10 research -0.12 funding 0.14 infrastructure 0.33
pair:什么 release -0.10 research -0.14 policy 0.30 incident -0.12 other 0.33
pair:代理 tool 0.47 people -0.19
pair:代码 incident 0.13 opinion 0.11
pair:以违 release -0.13 policy 0.39 tool -0.14
pair:价格 infrastructure 0.61 opinion -0.12 business -0.16
pair:任务 research 0.36
pair:企业 release 0.26 research -0.10 policy 0.50 incident -0.15 opinion -0.17 tool -0.13 business 0.13 other -0.14
pair:会社 other 0.25
pair:会议 release -0.17 tool 0.35
pair:伺服 infrastructure 0.40 other -0.13
pair:体框 tool 0.11
pair:作平 release 0.21 tool -0.10
pair:作成 incident 0.39 tool 0.10 other -0.15
pair:使用 release -0.17 business 0.48
pair:元新 business 0.13
pair:免费 release 0.48 research -0.23 incident -0.12 opinion -0.14 business 0.31
pair:公司 release -0.12 research -0.16 policy -0.11 funding 0.11 infrastructure -0.13 incident 0.68 opinion -0.15 business 0.20 other -0.19
pair:公布 research 0.11 other 0.32
pair:公开 release 0.13
pair:内置 release 0.32 research 0.24 tool -0.17
pair:内部 research 0.46
pair:减半 release 0.13 research 0.43
pair:出新 release 0.11 research 0.13
pair:出资 funding 0.13
pair:分享 tool 0.29
pair:创业 funding 0.19
pair:创作 release 0.38 tool -0.22
pair:到底 opinion 0.58 business -0.31
pair:功能 release 0.24 tool 0.12 business -0.12
pair:加入 tool 0.47 people -0.20
pair:务器 opinion 0.16 tool 0.18
pair:助手 release -0.22 incident 0.19 tool 0.30 other -0.13
pair:募资 funding 0.31 business -0.10
pair:化学 research 0.54 other -0.13
pair:十个 research 0.23 opinion -0.11 other 0.31
pair:十年 opinion 0.18 other 0.26
pair:千万 policy -0.12 funding 0.46
pair:协议 infrastructure 0.25 opinion 0.15 tool -0.11 business -0.20
pair:厂商 infrastructure -0.10 incident 0.32 business 0.15
pair:反垄 policy 0.15
pair:发布 release 0.20 policy 0.27 infrastructure 0.10 incident -0.17 business -0.12
pair:发者 opinion 0.19
pair:司推 release 0.10 tool 0.10
pair:向け business 0.14
pair:员工 funding 0.18
pair:商店 release 0.15 tool -0.12
pair:器人 release -0.12 research 0.14 funding 0.12 infrastructure -0.11 incident 0.15 tool -0.14 other 0.11
pair:团队 release 0.41 research 0.24 policy -0.10 opinion -0.10 other -0.16
pair:垄断 policy 0.15
pair:型的 opinion 0.24
pair:型被 release -0.41 incident 0.54
pair:型身 incident 0.33
pair:基准 policy 0.20
pair:多家 release -0.10 business 0.25
pair:大模 release 0.47 research -0.23 policy -0.14 infrastructure -0.20 incident -0.23 opinion 0.21 other 0.27
pair:套餐 business 0.16
pair:季度 release -0.16 business 0.40
pair:学习 research 0.31
pair:学生 business 0.27 other 0.12
pair:完成 funding 0.13
pair:官方 incident 0.10 tool 0.30
pair:客服 policy 0.42 other -0.13
pair:对话 release 0.19 incident -0.12 tool 0.24
pair:対応 tool 0.17
pair:小时 other 0.26
pair:工具 opinion 0.13 business -0.12
pair:工智 policy 0.19 opinion 0.34 other -0.10
pair:市场 infrastructure 0.44 business -0.21
pair:平台 release 0.15 infrastructure 0.21 incident 0.48 tool -0.39 other -0.16
pair:年の other 0.64
pair:应用 release -0.32 policy 0.39
pair:开发 release 0.11 opinion 0.17 tool -0.19
pair:开始 policy -0.17 infrastructure 0.40 business 0.23 other -0.15
pair:开幕 research -0.11 policy -0.14 infrastructure -0.10 incident -0.13 other 0.76
pair:开放 release 0.26 research -0.19 business 0.20
pair:开源 release -0.16 policy -0.16 funding 0.42 incident 0.54 opinion -0.18 business -0.17
pair:引入 release -0.13 tool 0.12
pair:形机 release 0.14 incident -0.11 other 0.27
pair:情报 incident 0.13
pair:成立 business 0.16
pair:我们 opinion 0.28
pair:手机 release -0.22 incident 0.27 tool 0.25
pair:承担 opinion 0.23
pair:技能 release 0.11 tool 0.32
pair:报告 research 0.25 incident 0.30 other -0.12
pair:据中 infrastructure 0.14
pair:推出 release 0.23 research -0.12 infrastructure -0.12 incident -0.21 opinion -0.20 tool 0.20 business 0.50
pair:推理 release -0.20 infrastructure 0.25 incident -0.11 opinion 0.24
pair:提出 research 0.54 tool -0.14
pair:提升 tool 0.14
pair:插件 release -0.13 tool 0.20
pair:搜索 tool 0.16
pair:搭载 release 0.31
pair:支持 release 0.44 business -0.15
pair:放模 release -0.10 business 0.25
pair:数学 release 0.26
pair:数据 infrastructure 0.10 incident 0.23 tool -0.13 other -0.13
pair:文公 research 0.18
pair:文达 release 0.10
pair:断调 policy 0.15
pair:新一 release 0.44 infrastructure -0.16
pair:新增 tool 0.17
pair:方向 opinion 0.22
pair:施行 policy 0.34
pair:无人 research -0.10 incident 0.30 other 0.28
pair:日本 research 0.30 funding -0.14
pair:显存 research 0.10 opinion 0.25
pair:智能 release 0.72 research 0.37 funding -0.13 infrastructure -0.24 incident -0.39 opinion 0.44 tool -0.23 business 0.11 people -0.15 other -0.39
pair:更新 release -0.11 policy 0.38 tool -0.15
pair:最高 research 0.27 infrastructure -0.13 business 0.29
pair:月免 tool 0.16
pair:月起 business 0.18
pair:服务 release 0.14 opinion 0.13 tool 0.11 business -0.14
pair:服器 infrastructure 0.40 other -0.13
pair:本地 opinion 0.23
pair:本语 research 0.30 funding -0.14
pair:机厂 incident 0.33
pair:机器 release -0.12 research 0.14 funding 0.12 infrastructure -0.11 incident 0.15 tool -0.14 other 0.11
pair:机架 release -0.24 infrastructure 0.44
pair:机能 tool 0.12
pair:条例 policy 0.18
pair:架构 research 0.24
pair:某公 release 0.12 incident 0.15 tool -0.17
pair:框架 research 0.22 tool 0.13 business -0.10
pair:桌面 tool 0.28
pair:模型 release 0.10 policy -0.25 funding -0.11 infrastructure -0.33 incident 0.26 opinion 0.15 business 0.44 people -0.14
pair:正式 release 0.42 incident -0.13 tool -0.14
pair:每月 tool 0.16
pair:氏が opinion 0.13
pair:法案 policy 0.19
pair:法院 policy 0.20
pair:测试 research 0.22 tool -0.13
pair:混合 research 0.12
pair:源编 tool 0.11
pair:热议 research 0.11 opinion 0.23 other -0.11
pair:版权 policy 0.21
pair:理模 opinion 0.26
pair:生成 release 0.21 research -0.16 policy 0.13 infrastructure -0.11 incident 0.23 tool -0.19
pair:用户 release 0.14 research -0.13 policy -0.10 infrastructure -0.10 incident -0.16 opinion 0.21 tool -0.23 business 0.59 other -0.14
pair:用更 release -0.13 policy 0.39 tool -0.14
pair:用电 policy 0.33 infrastructure 0.17 opinion -0.13 other -0.16
pair:界面 release -0.18 research -0.11 incident -0.13 tool 0.78
pair:百万 research 0.23
pair:直接 policy 0.42 incident -0.11 tool 0.12 other -0.13
pair:研究 research 0.37 policy -0.11 people 0.13 other -0.10
pair:确认 research 0.17 incident 0.13
pair:种语 release 0.13 tool -0.12
pair:程智 research 0.17
pair:程类 release -0.13 policy 0.39 tool -0.14
pair:突破 funding -0.24 business 0.52
pair:签署 policy 0.10 infrastructure 0.26 business -0.16
pair:算中 infrastructure 0.13
pair:算力 release -0.12 policy 0.24 funding -0.15 infrastructure 0.26 opinion 0.10
pair:类应 release -0.13 policy 0.39 tool -0.14
pair:系统 research 0.28
pair:线并 release -0.11 tool 0.28
pair:编程 release -0.19 research 0.14 policy 0.33 tool -0.12
pair:编辑 tool 0.23
pair:网友 opinion 0.42
pair:网搜 tool 0.16
pair:美元 release -0.23 research -0.14 policy -0.18 funding 0.60 infrastructure 0.27 incident -0.12 tool -0.11 business 0.16
pair:联合 release -0.19 research 0.17
pair:联盟 release -0.10 business 0.25
pair:联网 tool 0.16
pair:能体 release 0.21 research 0.31 policy -0.21 funding -0.11 infrastructure -0.14 incident -0.27 tool 0.23 business 0.35 other -0.22
pair:能法 policy 0.41 opinion -0.12
pair:自动 release 0.22 tool 0.29 people -0.19
pair:自研 incident 0.15
pair:芯片 release -0.14 infrastructure 0.37
pair:观点 opinion 0.31
pair:视频 release 0.36 tool -0.25 business 0.12
pair:警告 opinion 0.52 other -0.11
pair:计算 research 0.62 incident -0.14 opinion -0.14 tool 0.18 other -0.16
pair:认为 opinion 0.35 tool -0.13
pair:记忆 research 0.15
pair:论文 research 0.25
pair:证明 release 0.26
pair:识者 opinion 0.31
pair:诈骗 incident 0.23
pair:语言 release 0.11 research 0.25 tool -0.13
pair:语音 release 0.25
pair:调整 infrastructure -0.11 business 0.51
pair:调查 infrastructure -0.10 other 0.37
pair:费用 release 0.26 opinion -0.10 tool -0.16 business 0.37
pair:资料 tool 0.40 people -0.19
pair:起诉 policy 0.18
pair:身份 incident 0.33
pair:辑器 tool 0.23
pair:达百 release 0.10
pair:通用 research 0.23 tool -0.11
pair:通过 release -0.16 funding 0.21 tool 0.29 business -0.12
pair:部署 opinion 0.21 tool 0.23
pair:部门 incident 0.34 business 0.11 people 0.14 other -0.16
pair:长文 release -0.11 opinion 0.57
pair:队提 research 0.30
pair:需要 opinion 0.38
pair:项目 release -0.20 tool 0.50
pair:顾问 policy -0.14 incident 0.33 people 0.16
pair:额度 business 0.15
pair:风险 research 0.38 business -0.10
pair:高风 research 0.38 business -0.10
pair:개발 research 0.34 incident -0.12 opinion 0.21 tool -0.27 business 0.31 other -0.19
pair:개인 policy 0.35
pair:공개 release 0.41 funding -0.19 infrastructure 0.24 tool -0.13
pair:구팀 research 0.27
pair:기능 tool 0.15
pair:기업 policy 0.42 other -0.12
pair:데스 release 0.16 tool 0.35 other -0.12
pair:데이 opinion 0.14
pair:도구 research -0.15 opinion -0.22 tool -0.13 business 0.82
pair:도입 business 0.29
pair:딥페 policy 0.11 incident 0.29 other -0.10
pair:라우 release 0.36
pair:로봇 research 0.13 incident -0.12 other 0.32
pair:리는 tool 0.15
pair:모델 incident -0.12 opinion 0.24
pair:발자 research -0.15 opinion 0.28 tool -0.19 business 0.21
pair:브라 release 0.36
pair:비심 funding 0.28
pair:상담 incident 0.28 other 0.22
pair:상장 funding 0.28
pair:설계 funding 0.17
pair:센터 policy -0.15 infrastructure 0.22 opinion 0.16
pair:소스 tool 0.10
pair:스닥 funding 0.28
pair:스크 release 0.16 tool 0.35 other -0.12
pair:스템 incident 0.44 other -0.13
pair:시스 incident 0.44 other -0.13
pair:심사 funding 0.28
pair:업이 policy 0.41 business 0.10 other -0.13
pair:에서 opinion 0.28 tool 0.12
pair:에이 opinion 0.27
pair:연구 research 0.28 tool -0.13 business 0.23 other -0.11
pair:예비 funding 0.28
pair:오픈 tool 0.10
pair:요금 opinion 0.31 business -0.10
pair:용자 research -0.11 incident -0.10 opinion 0.55 tool -0.18 business 0.14
pair:우저 release 0.36
pair:유출 opinion 0.26
pair:이용 research -0.11 incident -0.10 opinion 0.55 tool -0.18 business 0.14
pair:이전 opinion 0.27
pair:이크 policy 0.11 incident 0.29 other -0.10
pair:이터 opinion 0.17
pair:인수 research -0.12 tool -0.14 business 0.42
pair:인정 policy 0.35
pair:자원 policy -0.11 infrastructure 0.47 other -0.12
pair:전트 opinion 0.27
pair:절반 research 0.24 policy -0.11 incident -0.14 opinion -0.11 other 0.41
pair:정보 policy 0.35
pair:정부 policy -0.17 infrastructure 0.24
pair:제작 incident 0.35
pair:청구 funding 0.28
pair:출시 release 0.41 tool -0.14
pair:코스 funding 0.28
pair:크톱 release 0.16 tool 0.35 other -0.12
pair:터센 opinion 0.17
pair:페이 policy 0.11 incident 0.29 other -0.10
pair:평가 opinion 0.29 tool -0.11
pair:픈소 tool 0.10
shape:asked release -0.29 research 0.38 policy 0.22 infrastructure -0.17 incident -0.25 opinion 0.12 tool -0.33 business -0.17 people 0.25 other 0.30
shape:first-person policy -0.18 infrastructure -0.23 opinion 0.57 tool 0.58 business -0.19 people -0.13 other -0.37
shape:money policy -0.17 funding 1.44 infrastructure 0.12 incident -0.18 opinion -0.39 tool -0.44 business 0.30 people -0.27 other -0.43
shape:percent release -0.36 research 0.47 policy -0.33 funding 0.43 infrastructure 0.24 incident -0.24 opinion -0.40 tool 0.16 business 0.29 other -0.18
shape:question release -0.28 policy 0.24 infrastructure -0.23 incident -0.23 opinion 0.65 tool -0.38 business -0.20 people 0.27 other 0.33
shape:quoted incident -0.11 opinion 0.68 other -0.14
shape:retold release -0.36 research -0.15 policy -0.17 funding 0.44 infrastructure 0.23 opinion 0.98 tool -0.50 business -0.26 people -0.22
shape:version release 0.62 research 0.30 policy 0.18 infrastructure 0.24 incident -0.44 opinion -0.26 tool 0.15 people -0.50 other -0.32
word:about research -0.12 policy 0.21 other 0.23
word:accele release 0.13 research 0.32 infrastructure 0.10 opinion -0.17
word:accept policy 0.27
word:access business 0.14
word:across research 0.28 tool -0.18
word:adds tool 0.32
word:advice policy -0.16 incident 0.26 opinion 0.15
word:after release -0.19 research -0.20 funding 0.30 infrastructure -0.34 incident 0.68 opinion -0.12 tool -0.14 business 0.35 other -0.30
word:agains release -0.24 research 0.11 opinion 0.51 tool -0.12
word:agent release 0.49 policy -0.12 infrastructure -0.19 incident 0.47 opinion -0.13 tool -0.23 business 0.11 other -0.19
word:agents research 0.16 funding -0.12 infrastructure -0.21 incident -0.45 opinion 0.45 tool 0.38 people -0.13
word:agree infrastructure 0.20 business -0.13
word:agreem infrastructure 0.27
word:ai release 0.24 research -0.14 incident 0.22 opinion 0.13 tool -0.30 business -0.16 people -0.24 other 0.26
word:all release 0.12
word:allian business 0.24
word:alpha tool 0.17
word:americ other 0.12
word:an release 0.14 research -0.15 policy -0.18 funding -0.10 infrastructure 0.15 incident 0.21 opinion 0.29 tool 0.18 business -0.23 other -0.21
word:analys research 0.45 incident -0.14 opinion -0.27
word:and release 0.31 research -0.26 policy 0.11 funding 0.10 incident -0.34 opinion 0.57 tool 0.36 business -0.45 people -0.26 other -0.16
word:announ release 0.13 funding 0.17 business -0.20 people 0.18
word:anothe release 0.31 research -0.12
word:answer incident 0.20 tool 0.17
word:any tool 0.25
word:anyone research -0.20 opinion 0.33
word:api release 0.18 opinion 0.28 tool -0.39 business 0.21
word:apolog incident 0.26
word:app release -0.29 policy 0.18 incident -0.27 tool 0.55 business 0.25 other -0.15
word:approv policy 0.28 funding -0.16
word:apps release -0.12 policy 0.12 incident 0.11
word:archit research 0.24
word:are research -0.33 policy -0.11 opinion 0.37 tool 0.39 other -0.16
word:argue policy 0.29
word:argues research 0.10
word:around tool 0.19
word:arrive release 0.39 tool -0.19
word:art opinion 0.27 other 0.23
word:as release -0.17 research 0.22 policy -0.29 infrastructure 0.41 opinion 0.14 tool -0.29 people 0.14
word:asked opinion -0.11 tool 0.14
word:assist release 0.31 policy 0.31 infrastructure -0.22 opinion -0.21 business 0.17 people -0.11 other -0.43
word:at research 0.62 infrastructure 0.13 opinion -0.18 tool -0.13 business -0.42 other -0.12
word:attent release -0.16 research 0.56 opinion 0.16 tool -0.19
word:attrib incident 0.24
word:author release -0.20 research 0.30 policy 0.57 funding -0.17 infrastructure -0.11 incident -0.12 opinion -0.12 people 0.16 other -0.12
word:automa people 0.12
word:availa release 0.32 tool -0.13
word:back incident 0.20
word:backgr tool 0.27
word:bad incident 0.20 other 0.20
word:batchi opinion 0.19
word:batter incident 0.43
word:be release -0.45 incident 0.48 tool -0.19 business 0.32
word:beats research 0.25
word:become opinion 0.46 tool -0.22
word:becomi opinion 0.15
word:been release 0.34 opinion 0.27 tool -0.17
word:before research -0.11 policy 0.15 opinion -0.13 tool 0.11 other 0.30
word:below research 0.38
word:benchm research -0.23 incident 0.23 tool 0.21
word:best research 0.14 other 0.22
word:better other 0.23
word:betwee policy 0.32 funding -0.16
word:billio release -0.18 research -0.15 policy 0.24 funding 0.46 business -0.14
word:biolog research 0.22
word:bits research 0.38
word:blackw infrastructure 0.16
word:blocks policy 0.29
word:board policy 0.19
word:breaks incident 0.18
word:brings tool 0.50 business -0.15
word:browse release 0.11 tool 0.12
word:build tool 0.14
word:buildi incident 0.33 tool 0.16
word:built release 0.11 incident 0.19 opinion -0.22 tool 0.16
word:buys business 0.35
word:by infrastructure 0.31 incident -0.23 opinion 0.34 tool 0.12 business -0.35
word:cable infrastructure 0.42 people -0.14
word:cachin release -0.24 opinion 0.15 tool 0.28
word:calend research -0.13 incident 0.35
word:call release -0.12 research -0.28 opinion 0.34 other 0.34
word:callin opinion 0.45
word:can release 0.10 research 0.15 policy -0.16 infrastructure -0.11 incident -0.14 opinion -0.41 tool 0.68 business -0.12 other 0.12
word:capabi research 0.17
word:capaci infrastructure 0.38
word:case release -0.25 research 0.17 policy 0.32 infrastructure -0.16 opinion 0.27 business -0.12
word:cases incident 0.38 opinion -0.11
word:celebr other 0.57
word:centre research -0.14 infrastructure 0.21 incident 0.30 business -0.12 other -0.10
word:ceo policy -0.14 incident 0.27 opinion 0.14
word:chain research 0.11 policy 0.25 opinion -0.13
word:change release -0.18 policy 0.33 incident -0.15 tool 0.27 other -0.11
word:charac release 0.42 research -0.11 tool -0.12
word:charge release 0.30 research -0.17 funding -0.13 incident 0.45 opinion -0.10
word:chart other 0.25
word:chat incident -0.10 tool 0.28
word:chatbo research -0.26 policy 0.44 infrastructure -0.19 incident 0.34 tool -0.14 business -0.14
word:chats tool 0.16
word:cheap opinion 0.15
word:cheape research -0.11 tool 0.25
word:checkp release 0.19
word:checks policy 0.15
word:chief business -0.13 people 0.59
word:chip policy -0.13 funding 0.15 opinion -0.16 business 0.55 other -0.12
word:chips infrastructure 0.42
word:citing research -0.12 incident 0.30 tool -0.11
word:class release -0.13 infrastructure 0.30 opinion 0.32
word:clonin release 0.11 tool 0.25
word:closed release 0.23
word:cloud funding -0.11 infrastructure 0.20 business 0.14
word:code release -0.35 research 0.25 infrastructure -0.11 opinion 0.15 tool 0.54 other -0.19
word:coding release -0.13 opinion 0.11 business 0.36 other -0.13
word:collec policy 0.28 opinion -0.13
word:comes people 0.36
word:coming release 0.17 opinion -0.25 other 0.34
word:comman incident 0.34 opinion -0.13 tool 0.20
word:commen research -0.13 opinion 0.58 tool -0.11
word:commit release -0.10 policy 0.20 tool 0.10
word:compac release -0.11 research 0.27
word:compan research -0.18 policy 0.11 funding 0.13 infrastructure -0.14 tool -0.31 business 0.34 other -0.17
word:compar research 0.32 infrastructure 0.30 incident -0.12 other -0.23
word:compat release -0.12 tool 0.59
word:compil release -0.15 tool 0.33
word:compla incident 0.20
word:comple funding 0.13 infrastructure -0.12 business 0.35
word:comput release 0.14 research 0.43 infrastructure 0.30 tool -0.21 business -0.28
word:confer release 0.14 opinion -0.11 other 0.32
word:confir incident 0.27 opinion -0.21
word:consul policy -0.14 incident 0.39
word:consum release -0.14 policy 0.15 infrastructure 0.28 incident -0.12 opinion -0.15 tool 0.12 business 0.11 other -0.13
word:contai research 0.11
word:contex research 0.13
word:contra policy -0.14 incident 0.37 opinion -0.12
word:contri release -0.12 opinion 0.13 tool 0.10
word:contro release -0.15 tool 0.33
word:conver research 0.18 opinion -0.16 other 0.25
word:cook opinion 0.17
word:cooled infrastructure 0.35
word:countr other 0.25
word:course opinion -0.18 tool 0.21 other 0.27
word:court incident 0.25
word:credit research 0.21 business 0.11
word:cursor release -0.13 tool 0.29
word:custom release 0.13 tool 0.13
word:cuts business 0.29
word:data release -0.15 research 0.15 policy 0.11 incident 0.14 opinion -0.13 business 0.27 other -0.30
word:databa infrastructure -0.11 incident 0.35 business -0.10
word:datase policy 0.42 tool -0.14
word:day funding 0.35 opinion -0.23 business -0.15 other 0.22
word:days opinion 0.22
word:deal funding -0.10 infrastructure 0.43 business -0.18
word:debate opinion 0.25
word:deep opinion -0.12 other 0.30
word:deepfa policy 0.18 incident -0.10
word:defenc research -0.10 policy 0.20 incident -0.10 opinion 0.25 other -0.14
word:demand policy 0.17 infrastructure 0.21 business 0.11
word:dense research 0.29
word:depart research -0.12 policy 0.16 infrastructure -0.11 incident -0.12 opinion -0.14 business 0.43 people 0.24 other -0.14
word:deploy incident 0.20
word:descri opinion 0.35
word:design research 0.20 funding 0.20 incident -0.10 opinion 0.12 tool -0.14 other -0.10
word:develo release 0.11 business 0.15
word:device release 0.46 tool -0.16
word:direct research 0.26 policy -0.10 people 0.15
word:disagr opinion 0.16
word:discus opinion 0.31
word:do release 0.27 research 0.11 policy -0.13 incident 0.37 tool -0.17 other -0.18
word:does research 0.14
word:dog research 0.14 incident 0.12
word:down business 0.11
word:draft policy 0.20 incident -0.13
word:drafts policy 0.42
word:draws other 0.28
word:drops business 0.31
word:each opinion 0.20
word:editor release -0.15 incident 0.29
word:effect policy 0.23
word:effici release -0.16 research 0.27
word:emphas opinion 0.18
word:encode research 0.29
word:ends opinion 0.21
word:engine research -0.42 opinion 0.35 other 0.31
word:enterp release 0.31 tool -0.16 business 0.13
word:equity business 0.12
word:error incident 0.29
word:estima research 0.11 business 0.21
word:evals opinion 0.14
word:evalua tool 0.15 other 0.27
word:every opinion 0.27 tool -0.18
word:everyo release 0.49 incident -0.10 opinion -0.31 other 0.29
word:execut incident 0.27
word:expand release 0.28 funding 0.24
word:experi research 0.19 opinion 0.19
word:export research -0.12 incident 0.29
word:extens tool 0.20
word:fab infrastructure 0.14
word:failur research 0.43 opinion -0.25
word:falls release -0.29 incident 0.37 business 0.10
word:family incident 0.35 opinion -0.16
word:farms infrastructure 0.33 opinion -0.16
word:fast research 0.18
word:faster release -0.16 opinion 0.16 tool 0.23
word:featur release 0.24 research 0.12 opinion -0.12 tool -0.18 business 0.18
word:fewer research 0.18
word:figure research -0.18 infrastructure 0.29 incident 0.21
word:files funding 0.25 tool 0.11 business -0.11
word:financ policy 0.28
word:find other 0.23
word:finds research 0.16 incident -0.12 opinion -0.17 tool 0.14 other 0.14
word:fine incident -0.15 tool 0.23 other -0.11
word:fines policy 0.39 opinion -0.14
word:firm release -0.10 funding 0.21 infrastructure -0.13 incident 0.22 opinion -0.14 business 0.31 other -0.12
word:firms policy 0.38 other -0.14
word:first release -0.11 policy -0.10 funding 0.37 infrastructure 0.14 incident -0.19 opinion -0.14 tool 0.16 business -0.21 people 0.15 other -0.13
word:five research -0.13 policy -0.11 infrastructure 0.20 incident -0.11 opinion 0.20 tool -0.12 other 0.15
word:flash release 0.15
word:follow release 0.10 policy -0.13 incident 0.25 opinion -0.20 tool 0.16
word:for research -0.39 funding 0.21 incident -0.28 opinion 0.13 tool 0.31 other -0.26
word:foreca business 0.14
word:former people 0.22
word:forms business 0.41
word:found research 0.13 other 0.16
word:founde policy -0.10 tool -0.11 business 0.40 people 0.16
word:four release 0.11 other 0.20
word:framew research 0.33 policy 0.26 incident -0.14 tool -0.30 business -0.13
word:free release 0.46 research -0.12 incident -0.14 other -0.17
word:from funding 0.19 opinion -0.13 tool 0.29 business -0.17 people 0.27 other -0.40
word:front opinion 0.24
word:full tool 0.20
word:fund funding 0.41 business -0.16
word:gains research 0.15 opinion -0.10 tool 0.18
word:gb release 0.11 infrastructure -0.16 opinion 0.35 tool -0.10
word:genera release 0.31 research 0.17 policy 0.53 infrastructure -0.24 opinion -0.15 business -0.28 people -0.11 other -0.14
word:get business 0.34
word:gets release -0.16 research -0.22 funding 0.19 incident -0.13 opinion 0.28 tool 0.46 business -0.11 other -0.15
word:gigawa infrastructure 0.16
word:give business 0.12
word:gives research 0.13 infrastructure 0.20
word:go infrastructure 0.33
word:goes release 0.54 research -0.19 people 0.16
word:good opinion 0.24
word:got tool 0.43
word:govern policy 0.21 incident 0.29 opinion -0.11 tool -0.20 business -0.10 people 0.14
word:gpu release -0.19 research -0.15 policy -0.16 funding -0.17 infrastructure 1.16 opinion -0.12 tool 0.25 business -0.47
word:gpus release -0.15 funding -0.13 infrastructure 0.32 incident 0.15 tool 0.17
word:group business 0.34
word:grow research 0.17
word:grows opinion 0.13
word:gw infrastructure 0.16
word:half release 0.11 research 0.11 incident 0.13 business -0.20
word:halves research 0.24
word:hardwa tool 0.22
word:has release 0.30 policy -0.10 incident -0.10 opinion 0.26
word:have infrastructure 0.12
word:he release -0.11 opinion 0.11 people 0.19
word:head people 0.19
word:here tool -0.12
word:histor opinion 0.10 other 0.25
word:hits funding 0.13 incident 0.14 business -0.12
word:hn opinion 0.15
word:home release 0.23 opinion 0.11
word:hours policy 0.13 incident 0.22
word:how research 0.31 incident -0.17 tool -0.12 business -0.15 other 0.31
word:hub tool 0.22
word:humano incident 0.37 business -0.19
word:hundre research 0.23
word:hybrid research 0.23
word:image release 0.43 research -0.17 opinion -0.14 tool 0.26 business -0.12
word:images release 0.32 policy -0.19 incident 0.27
word:improv research 0.37
word:in release 0.16 research 0.38 policy -0.53 funding 0.28 infrastructure -0.15 incident 0.13 opinion -0.44 tool 0.16 people -0.15 other 0.24
word:includ release -0.10 incident 0.16 tool 0.20
word:infere release -0.18 research 0.43 policy -0.21 incident -0.17 opinion 0.28 tool 0.13 business 0.16 people -0.11 other -0.23
word:inside release -0.14 research 0.66 infrastructure -0.12 opinion -0.18 tool -0.11 business 0.29 other -0.14
word:instal release -0.13 tool 0.10 business 0.35
word:instru research 0.10 opinion 0.15
word:intell release 0.28 research 0.35 policy -0.13 tool -0.21
word:interf tool 0.19
word:intern release -0.11 research 0.33 incident 0.10
word:into policy 0.12 opinion -0.10 tool 0.26
word:introd release 0.10 opinion -0.22 tool 0.24 other 0.28
word:invest other 0.22
word:ipo funding 0.28
word:is release 0.56 policy -0.34 funding -0.10 infrastructure -0.18 incident -0.23 opinion 1.13 tool -0.41 business -0.67 people 0.18
word:it research -0.22 policy -0.13 opinion 0.58 tool 0.12 people -0.11 other -0.22
word:its release 0.13 research -0.39 infrastructure -0.23 opinion -0.11 tool -0.37 business 0.97 people -0.18
word:job research -0.37 other 0.43
word:jobs tool -0.15 business 0.31
word:join infrastructure 0.43 people -0.18
word:joins people 0.17
word:joint business 0.13
word:judge research 0.19 policy 0.32 funding -0.16
word:keepin opinion 0.13
word:keeps opinion 0.10
word:kernel opinion 0.23
word:key research -0.13 incident 0.27
word:lab release 0.12 infrastructure 0.16 incident -0.22 opinion -0.21 tool -0.29 business 0.27 people 0.25 other -0.17
word:labels release -0.16 policy 0.42 tool 0.13
word:labs business 0.12
word:langua release 0.15 opinion -0.11 tool -0.18 other 0.38
word:laptop tool 0.22
word:large opinion 0.11
word:larger tool 0.24
word:last infrastructure 0.29
word:latenc research 0.23
word:latent research 0.29
word:launch release 0.34 infrastructure -0.21 incident 0.28 business -0.15
word:lead release -0.13 people 0.58
word:leader opinion 0.22
word:leak research 0.11
word:leaks people 0.22
word:learni research 0.38 infrastructure -0.12 incident -0.13 opinion -0.18 people 0.15 other 0.19
word:legal policy -0.14 funding 0.23 incident 0.23
word:lets release -0.12 opinion -0.18 tool 0.57 other -0.10
word:level research 0.32
word:librar research -0.19 policy 0.41 opinion -0.12 tool 0.16
word:licenc release 0.35 research -0.26 policy 0.59 incident -0.11 opinion -0.13 tool -0.20
word:line release -0.18 tool 0.22
word:linear research 0.39
word:link release 0.11
word:list release -0.15 policy 0.28 infrastructure -0.11 opinion -0.18 other 0.29
word:llm release -0.12 research 0.13 incident 0.27
word:local release -0.28 research -0.23 policy -0.15 infrastructure -0.12 incident -0.17 opinion 0.18 tool 0.84 business -0.15 other 0.18
word:log release 0.25
word:long release 0.13
word:longer policy 0.25
word:looks infrastructure 0.26
word:loses incident -0.11 other 0.36
word:lost policy -0.14 incident 0.56 opinion -0.14
word:low release 0.11 incident 0.29 tool -0.11
word:mac research -0.10 tool 0.32
word:machin other 0.28
word:made policy -0.23 incident 0.31 other 0.17
word:make tool 0.13
word:maker release -0.16 incident 0.21 opinion -0.12 tool 0.14 business 0.31
word:makes release 0.32
word:market opinion 0.22
word:masked research 0.29
word:matter opinion 0.25
word:measur research 0.87 policy -0.13 incident -0.11 tool -0.16 other -0.15
word:memory release 0.13 research 0.27 policy -0.13 incident -0.12 opinion 0.24 business -0.20 other -0.14
word:mentio opinion 0.15
word:millio research 0.22 policy -0.12 funding 0.30 tool -0.14 business -0.20
word:mini release 0.17
word:mining research 0.13
word:minist policy 0.22 opinion -0.14 people 0.10
word:minors policy -0.11 incident 0.29
word:minute research 0.11
word:missin incident 0.24
word:mixtur release 0.11
word:moat opinion 0.27
word:model release 0.22 funding -0.12 infrastructure -0.17 incident 0.59 opinion -0.13 other -0.39
word:models release -0.25 research 0.50 policy -0.14 funding 0.15 infrastructure -0.12 incident -0.17 opinion -0.15 other 0.19
word:month research 0.16 business 0.11
word:more opinion 0.18 other 0.10
word:most opinion 0.27 tool -0.17 other 0.11
word:much opinion 0.18
word:multi tool 0.21
word:music policy 0.14
word:must infrastructure 0.25 opinion -0.12
word:mw infrastructure 0.29
word:my research -0.12 incident -0.10 opinion 0.48
word:nano release 0.14
word:nature research 0.50 incident -0.14
word:networ tool 0.15 other 0.25
word:neural opinion -0.11 tool 0.23 other 0.18
word:new release 0.67 research 0.14 policy 0.14 funding -0.11 incident -0.30 opinion -0.29 tool -0.20 business 0.27 people 0.16 other -0.48
word:next release 0.39 infrastructure 0.33 business -0.36
word:no research 0.19 policy 0.23
word:not release -0.24 research 0.55 policy -0.18 infrastructure -0.11 incident 0.18 tool -0.19 business 0.27 other -0.21
word:notabl opinion 0.21
word:notes release -0.20 funding 0.27 infrastructure -0.11 incident -0.10 tool 0.33 business -0.24 other 0.28
word:now release 0.31 research -0.15 infrastructure -0.13 incident -0.17 opinion -0.11 tool 0.69 business -0.16 other -0.13
word:number other 0.30
word:ocr release 0.14
word:of release 0.25 research 0.35 policy -0.28 funding 0.40 infrastructure -0.17 opinion -0.19 tool -0.46 people 0.45 other -0.30
word:off release -0.10 incident 0.29
word:offlin release -0.11 incident 0.16
word:often research 0.12
word:old tool 0.21
word:on release 0.44 research 0.14 policy 0.33 funding 0.37 infrastructure -0.26 business -0.38 people -0.31 other -0.32
word:one research -0.21 infrastructure 0.12 tool 0.35 other -0.14
word:only other 0.17
word:open release 0.25 research 0.12 policy -0.18 infrastructure -0.13 incident -0.26 tool 0.24 business 0.13 other -0.20
word:opens release 0.54 infrastructure -0.10 tool -0.21 other 0.21
word:operat release 0.20 tool -0.11
word:optimi opinion 0.20
word:or research 0.18
word:oregon infrastructure 0.19
word:other opinion 0.13 other 0.13
word:others opinion 0.36 tool -0.12
word:our infrastructure 0.28 incident 0.25 opinion -0.14 tool -0.18
word:out infrastructure 0.17 incident 0.15 tool -0.19 people 0.15
word:output incident 0.18 tool 0.11
word:over research -0.22 policy 0.61 funding -0.17 infrastructure -0.19 incident 0.31 opinion -0.30 tool -0.27 business 0.24 other 0.12
word:own release -0.11 incident 0.27 tool 0.10
word:pack tool 0.46
word:packag research -0.11 incident 0.35
word:panel release -0.19 tool 0.44
word:paper research 0.28 policy -0.11 incident 0.15 other -0.13
word:papers research -0.51 policy -0.11 incident 0.12 opinion 0.11 tool 0.24 other 0.35
word:parame release 0.14
word:parser tool 0.27
word:partne release 0.29
word:passes infrastructure 0.10
word:pay release -0.10 policy 0.21 funding -0.12 business 0.28
word:pdf tool 0.38
word:people opinion 0.30
word:per release 0.11
word:person release 0.27 tool -0.12 people 0.33 other -0.10
word:phone release -0.20 incident 0.12 tool 0.19 other 0.29
word:photo tool 0.15 other 0.18
word:picker incident -0.10 tool 0.28
word:picks release -0.11 research -0.11 tool 0.40
word:pictur release 0.16 opinion -0.14 other 0.28
word:pipeli tool 0.24
word:plan opinion 0.27
word:plans research 0.18
word:platfo release 0.45 research -0.20 infrastructure 0.28 incident -0.35 tool 0.16 business -0.10 other -0.18
word:points research 0.13
word:poll opinion -0.12 other 0.27
word:positi other 0.18
word:post release 0.17
word:posted release 0.14 policy -0.14 incident 0.27
word:poster opinion 0.24
word:posts opinion 0.15
word:power infrastructure 0.57 opinion -0.15
word:predic research 0.12 opinion 0.11 tool 0.13
word:prefil infrastructure 0.22
word:prepri policy 0.23
word:presen release -0.13 tool 0.15
word:previe release 0.29 research 0.12 business -0.11
word:price release 0.21
word:prices funding 0.18 infrastructure 0.34 business -0.28
word:privat business 0.12
word:proble release 0.11 research 0.21
word:produc release -0.14 research -0.13 policy -0.12 infrastructure 0.32 incident 0.33 opinion 0.15 tool -0.18 other -0.13
word:progra other 0.31
word:prompt release -0.19 research 0.15 policy -0.13 opinion 0.20 tool 0.19 other 0.10
word:propos research 0.35 tool -0.13
word:provid release -0.12 funding -0.12 infrastructure 0.20 incident 0.18 tool 0.20 business -0.14
word:publis release 0.57 infrastructure -0.12 incident -0.18 opinion -0.28 tool -0.19 other 0.22
word:purcha business 0.41
word:puts tool 0.12 business 0.29
word:python funding -0.11 business 0.45
word:qualit release -0.11 incident 0.25
word:quanti release -0.12 research 0.33 opinion 0.15 other -0.12
word:quarte other 0.28
word:questi policy 0.12
word:racks research -0.12 infrastructure 0.76 opinion -0.13 other -0.13
word:raises infrastructure 0.24 business -0.16
word:reach policy 0.22
word:reache release 0.15 policy 0.15 infrastructure 0.36 tool -0.16 other -0.21
word:real research 0.20
word:reason release 0.16 incident -0.11 people 0.42 other -0.13
word:recipe research 0.21 opinion 0.13 tool -0.12
word:recomm opinion 0.19
word:record release 0.37
word:recurr research 0.12
word:red research 0.28
word:refusa research 0.47 incident -0.11
word:regist research 0.15 tool 0.25
word:regula incident 0.25
word:reinfo people 0.18
word:releas incident 0.27 opinion -0.12 tool 0.30
word:remain opinion 0.27
word:remote release -0.15 tool 0.33
word:reorga business 0.15
word:replac opinion 0.32 tool -0.12
word:report research 0.45 policy -0.27 funding -0.12 infrastructure -0.15 incident 0.23 opinion -0.13 tool -0.16 other 0.13
word:reprod research 0.23
word:resear release -0.24 research -0.16 policy -0.10 funding 0.17 opinion -0.18 people 0.23 other 0.25
word:result research 0.54 opinion -0.14
word:retrie other 0.37
word:return release 0.21
word:reveal research 0.23
word:revenu infrastructure -0.11 business 0.19
word:review research -0.16 policy 0.44 infrastructure -0.11 opinion 0.17 tool -0.17 other 0.12
word:revisi research 0.22
word:right tool 0.22
word:risk policy 0.27
word:rival business 0.11 people 0.37
word:rl research 0.43
word:roadma infrastructure 0.17
word:robot release 0.14 research 0.18 incident 0.34 business -0.26
word:roboti funding 0.16
word:robots opinion -0.10 tool -0.24 other 0.61
word:rolls incident 0.19
word:round other 0.24
word:rubin release -0.22 infrastructure 0.50 tool -0.12
word:rules research -0.12 policy 0.36
word:run research -0.13 opinion 0.23 tool 0.14
word:runnin release -0.13 research -0.11 tool 0.56
word:runs release -0.14 policy -0.11 tool 0.17 other 0.26
word:runtim tool 0.32
word:rust tool 0.35
word:safety research -0.12 policy 0.38 funding 0.16 other -0.10
word:sale release 0.42 research -0.15 policy -0.15 funding 0.15 infrastructure 0.20 incident -0.16 opinion -0.14 tool -0.13 business 0.25 people -0.18 other -0.14
word:same research 0.17
word:sandbo tool 0.21
word:say opinion 0.17
word:says research 0.10 policy -0.19 infrastructure -0.14 incident 0.49 opinion -0.24 business 0.28 people -0.10 other -0.29
word:scale research 0.35
word:scalin opinion 0.26
word:scient research 0.22 opinion -0.12 people 0.36
word:search research 0.13
word:season other 0.19
word:second release 0.24 funding 0.10 infrastructure 0.26 incident -0.12 people -0.17
word:securi release -0.26 research -0.20 policy -0.15 incident 0.67 opinion 0.19 tool -0.17 people 0.12 other -0.14
word:seed release 0.22 infrastructure -0.10 tool -0.18 people 0.26
word:self research 0.29
word:sell business 0.31
word:sells funding 0.19 infrastructure 0.11 business -0.15
word:sends infrastructure 0.22 incident 0.26
word:sense opinion 0.17
word:server release -0.14 infrastructure 0.36 incident 0.51 opinion -0.26 business -0.11 other -0.26
word:sessio tool 0.17
word:settle policy 0.47 funding -0.16
word:seven policy 0.19 infrastructure 0.23
word:severa release 0.26 research -0.15 opinion 0.11 other -0.11
word:share opinion -0.14 tool 0.14 business 0.19
word:shares funding 0.36 opinion -0.20
word:ships tool 0.15
word:shop policy 0.22
word:short research -0.12 policy -0.15 infrastructure -0.14 incident -0.11 other 0.73
word:should other 0.31
word:show research 0.24
word:shown research 0.17
word:shows release 0.21 tool 0.19 business -0.13
word:side tool 0.31
word:signs infrastructure 0.35
word:since infrastructure 0.13
word:single tool 0.31
word:site incident 0.37
word:six research 0.12 opinion -0.10 people 0.18
word:skill tool 0.20
word:slack tool 0.47 business -0.21
word:slide opinion 0.25 tool 0.11 other -0.10
word:slop research -0.11 opinion 0.15 other 0.31
word:small research -0.29 incident -0.12 tool 0.12 other 0.36
word:so release -0.16 incident 0.29
word:softwa opinion 0.33
word:some opinion 0.17
word:someon research -0.10 tool 0.43
word:source release 0.14 research -0.20 policy -0.17 infrastructure -0.10 incident -0.11 opinion -0.13 tool 0.58 business 0.17 other -0.15
word:sovere funding 0.19
word:space research 0.34
word:speech research 0.32 other -0.10
word:speed research 0.19
word:spendi business 0.15
word:spread tool 0.16
word:stack research -0.12 policy -0.11 incident -0.14 tool 0.12 business 0.55 other -0.13
word:staff business 0.20
word:stake funding 0.41 business -0.16
word:standa research -0.10 policy 0.38 infrastructure 0.17 other -0.10
word:start research -0.11 funding 0.20 incident -0.12 business 0.19 other -0.10
word:starts infrastructure 0.21
word:state research 0.46 policy 0.15 infrastructure -0.10 opinion -0.11
word:states policy 0.27
word:steps research 0.19
word:stop opinion 0.38
word:store policy 0.14
word:strate opinion 0.39
word:stream research -0.11 opinion -0.11 tool 0.54
word:strong release 0.16
word:studen release -0.12 policy -0.10 business 0.46 other 0.21
word:studio release -0.11 tool 0.34
word:study research 0.31
word:sub tool 0.18
word:subscr release 0.19
word:sugges opinion 0.19
word:superc release 0.11 infrastructure 0.37
word:superi opinion 0.26 people 0.33 other -0.12
word:superv research 0.29
word:supply policy 0.21 opinion -0.10 business 0.23 other -0.11
word:suppor tool 0.11 business 0.27
word:surpri research 0.11 opinion 0.10
word:survey research -0.12 infrastructure 0.35 opinion -0.17 business -0.12 other 0.13
word:switch infrastructure 0.24
word:sycoph incident 0.18
word:syncs release 0.19
word:system release -0.13 research 0.35 policy -0.10 infrastructure 0.25 incident -0.17 opinion -0.28 tool 0.12 other 0.13
word:tables tool 0.14
word:take policy 0.17 tool -0.17 business 0.30
word:takes funding 0.20 incident 0.14
word:target research 0.29
word:task tool 0.17
word:tasks release -0.10 tool 0.54 other -0.10
word:teache tool 0.18
word:team research 0.21 policy -0.13 funding -0.12 infrastructure -0.12 incident -0.15 opinion -0.20 tool -0.16 business 0.16 people 0.66 other -0.23
word:teamin research 0.28
word:teams business 0.11
word:tech funding 0.24
word:techni research 0.16 incident -0.10 tool 0.15 people 0.13
word:teenag research -0.10 incident 0.28 opinion -0.17 other 0.21
word:ten research 0.30 policy -0.10 incident -0.12 other 0.30
word:terms policy 0.22 opinion -0.24 other 0.30
word:test research 0.22 policy 0.48 tool -0.15 other -0.19
word:tested research 0.19
word:testin release 0.23
word:tests infrastructure 0.13
word:text research 0.13
word:than opinion 0.23
word:that release 0.47 funding -0.11 infrastructure -0.27 incident -0.11 opinion 0.49 tool 0.17 business -0.35 other -0.28
word:the research -0.27 policy -0.20 funding -0.38 infrastructure -0.39 incident -0.25 opinion 0.76 business 0.22 people 0.19 other 0.28
word:their opinion 0.19 tool -0.12
word:there opinion 0.18
word:they policy 0.21
word:think opinion 0.22
word:third release 0.22
word:this opinion 0.12 other 0.23
word:though opinion 0.14
word:thread opinion 0.40
word:three release 0.23 policy -0.12 infrastructure 0.24 incident 0.24 opinion -0.19 tool -0.14 business -0.11 people 0.13 other -0.19
word:throug research 0.16 policy -0.13 infrastructure 0.35 incident 0.27 tool -0.17 business -0.15 other -0.23
word:tiers opinion 0.29 business -0.24
word:time research 0.17
word:to release -0.16 policy 0.20 infrastructure 0.19 incident 0.10 opinion -0.16 business 0.11
word:today opinion -0.11
word:token release 0.14 research 0.15 funding -0.11 opinion 0.11
word:tokens infrastructure -0.11 incident -0.11 tool 0.11 business 0.28
word:tool release 0.12 research -0.16 incident 0.20 opinion -0.17 tool 0.23
word:tools research 0.12
word:tops other 0.26
word:traces release 0.11 research 0.17 business -0.10
word:tracki research 0.13
word:train incident 0.30
word:traine release 0.32 research 0.56 incident -0.12 opinion -0.22 tool -0.22
word:traini research 0.15 policy 0.16 business -0.16 other -0.13
word:trains release -0.13 research 0.12 business 0.10
word:transc tool 0.12
word:transf research 0.69 policy -0.14 incident -0.10 opinion -0.26 other 0.17
word:transl incident 0.27 other -0.10
word:triage incident 0.31 tool -0.11
word:triple infrastructure 0.12
word:tune release 0.17 research -0.14 tool 0.17
word:tuning research 0.24
word:turned release -0.16 incident 0.53 tool -0.13
word:turns research 0.16 infrastructure 0.23 opinion -0.27 tool 0.26 other -0.13
word:twenty opinion -0.23 tool 0.14 other 0.31
word:two research -0.15 policy 0.23 infrastructure 0.20 incident 0.25 opinion -0.14 tool 0.20 business -0.11 other -0.35
word:uncens release 0.31
word:unveil release 0.11 infrastructure 0.32 tool -0.20
word:up policy -0.37 funding 0.15 incident 0.17 opinion -0.32 business 0.21 other 0.33
word:update release -0.12 research -0.20 policy 0.76 business -0.13 other -0.17
word:us research 0.15 incident 0.17
word:usage policy 0.23
word:use release 0.16 infrastructure 0.15 incident -0.22 business -0.12 other 0.20
word:used research 0.13 incident 0.12
word:user incident 0.27
word:users release 0.13 incident 0.21 opinion -0.16
word:utilit infrastructure 0.33 opinion -0.16
word:vector research 0.15 opinion 0.14
word:versio tool -0.13 business 0.24
word:vibe opinion 0.23
word:video release 0.74 research 0.14 policy -0.13 infrastructure -0.15 incident -0.13 opinion -0.25 tool 0.39 business -0.35 other -0.17
word:view other 0.17
word:vision release 0.12
word:voice release 0.13 tool 0.24
word:voices release 0.11 opinion 0.35
word:voters opinion -0.16 other 0.35
word:warns opinion 0.10
word:was incident 0.31 tool 0.10
word:water policy -0.12 infrastructure 0.67 other -0.10
word:we research 0.35 incident 0.19 tool -0.18 other -0.16
word:web research 0.17
word:week research -0.14 incident -0.10 opinion 0.10 tool -0.10 people 0.30 other 0.13
word:weight release 0.33 research -0.14 opinion 0.19 tool -0.17
word:what release 0.15 research 0.68 incident -0.19 opinion -0.14 tool -0.25 business -0.11 people -0.11
word:when incident 0.20 opinion -0.10
word:where opinion -0.11 tool 0.15 other 0.23
word:whethe opinion 0.18
word:which research -0.14 opinion 0.51 other -0.10
word:while opinion 0.19
word:who policy 0.24 opinion -0.35 tool 0.12 people 0.37 other -0.12
word:why research 0.42 incident -0.15
word:will release -0.11 policy 0.11 infrastructure 0.53 incident -0.21 tool -0.22 business 0.22 people -0.20 other -0.19
word:windsu release -0.13 tool 0.24 business 0.12
word:with release 0.18 research 0.26 policy -0.23 funding -0.25 infrastructure 0.12 tool 0.44 business -0.15 people -0.34
word:within policy 0.15 incident -0.17 people 0.31 other -0.11
word:withou release -0.20 research 0.35 policy 0.19 infrastructure -0.11 incident 0.16 other -0.19
word:work opinion 0.25
word:worker opinion 0.24
word:workfl opinion 0.22 tool 0.14
word:works policy 0.14
word:workst release 0.11 infrastructure 0.31
word:worth business 0.12
word:would policy 0.19 incident -0.13 business 0.12
word:write research -0.14 policy 0.19 infrastructure -0.11 tool 0.22 other 0.15
word:writte opinion 0.32 tool 0.29 other -0.15
word:wrong incident 0.26 opinion 0.12 other -0.15
word:year release 0.14 research -0.16 funding -0.16 infrastructure 0.27 incident -0.26 opinion -0.17 business 0.46 people -0.10 other 0.11
word:years release -0.13 infrastructure 0.24 people 0.27
word:yet research 0.32 opinion -0.15
word:you research -0.14 policy -0.10 opinion 0.12 tool 0.21 other 0.19
word:your research -0.13 incident -0.13 opinion 0.12 tool 0.60 other -0.16
`
