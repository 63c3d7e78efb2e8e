import { CHECK_METHODS, type CheckMethod } from '../../domain/rubric/rubric'

/** What offices print for each method, by the words that tell it. A printed method may be two: 明察暗访. */
const SAID: { readonly [M in CheckMethod]: RegExp } = {
  现场: /现场|实地|明[察查]|检查|查验|路面|巡查|巡检|抽样|抽查|跟车|乘船|乘车|仪器|测温|体验|踏勘|查看|察看|走访|夜查|夜间/,
  资料: /资料|台账|案卷|档案|文件|查阅|记录|材料|报表|账册/,
  问卷: /问卷|访谈|测评|满意度|民意|回访|询问|座谈|电话(?!暗访)/,
  暗访: /暗访|暗查/,
  系统: /系统|平台|数据|视频|监控|在线|舆情|网络|调取/,
}
/** 视频巡查 is no walk through streets, and 电话抽查 none either. */
const ELSEWHERE = /视频|监控|电话|网络|平台|系统|在线|资料|台账|案卷|档案/
const PLAINLY_ON_SITE = /现场|实地|路面|明[察查]/

/** The model's methods for the printed ones, in the model's order; none where no word tells. */
export function methodsOf(printed: readonly string[]): readonly CheckMethod[] {
  return CHECK_METHODS.filter((method) => printed.some((words) => isSaid(words, method)))
}

function isSaid(words: string, method: CheckMethod): boolean {
  if (!SAID[method].test(words)) return false
  return method !== '现场' || PLAINLY_ON_SITE.test(words) || !ELSEWHERE.test(words)
}

/** Whether the model's methods say what is printed to the letter. */
export function isPlain(printed: readonly string[], methods: readonly CheckMethod[]): boolean {
  return printed.join() === methods.join()
}
