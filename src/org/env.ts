/** What `${NAME}` in an org file may stand for. */

type Env = Readonly<Record<string, string | undefined>>;

/** Where the platforms are asked: their own addresses, those of the environment, or the simulated ones. */
export interface PlatformBases {
  readonly wecom: string;
  readonly dingtalk: string;
  /** Of the simulated DingTalk's group robots. */
  readonly secret?: string | undefined;
}

/** The environment, and what the sample park asks for; webhooks may also be at the bases. */
export function orgEnv(env: Env, bases: PlatformBases): Env {
  return {
    ...env,
    SAMPLE_WECOM_BASE: bases.wecom,
    SAMPLE_DINGTALK_BASE: bases.dingtalk,
    SAMPLE_DINGTALK_SECRET: bases.secret ?? "SECsample",
    WECOM_API_BASE: bases.wecom,
    DINGTALK_OAPI_BASE: bases.dingtalk,
  };
}
