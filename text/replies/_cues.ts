import { Lexicon } from "./_lexicon.ts";

/**
 * What a word does to the answers around it.
 *
 * - `deny`: says no to what stands in its clause, `except` only to what follows it
 * - `wrong`: says no to what stands in its clause, or to what was said before
 * - `doubt`: leaves what stands in its clause open, `if` only what follows it
 * - `or`: offers another answer beside
 * - `but`: begins a clause of its own, `fresh` too where a comma stands before it
 * - `reason`: what follows explains; `aside`: all that follows does
 * - `so`: what follows is concluded; `yields` too, in the same clause
 * - `answer`, `result`, `noun`: what follows an "is" or a colon is the answer, a result less surely
 *   so, and a noun still less
 * - `is`: a verb or a mark that states
 * - `retract`: what was said before may not hold
 * - `junk`: words that hold no answer though they look like one
 * - `plain`: says nothing
 */
export type Cue =
  | "deny"
  | "except"
  | "wrong"
  | "doubt"
  | "if"
  | "or"
  | "but"
  | "fresh"
  | "reason"
  | "aside"
  | "so"
  | "yields"
  | "answer"
  | "result"
  | "noun"
  | "is"
  | "retract"
  | "junk"
  | "plain";

const words = (text: string) => text.split(/\s+/).filter((w) => w !== "");
const phrases = (text: string) => text.split("|").map((p) => p.trim()).filter((p) => p !== "");

/** The words of English, German and Chinese, by what they do; what stands first counts. */
const TABLE: readonly (readonly [Cue, readonly string[]])[] = [
  [
    "plain",
    phrases(
      "no doubt|without doubt|without a doubt|without any doubt|beyond doubt|no question|not only|" +
        "not surprisingly|none other than|nothing but|no problem|no matter|if i am not mistaken|" +
        "or in other words|or equivalently|or simply|as above|see above|from above|as shown|" +
        "as requested|as follows|as expected|as a list|as moves|as given|as seen|as you can see|" +
        "as we can see|as far as i can tell|as far as i can see|in that case|at all|" +
        "right answer|right option|right choice|right letter|right one|" +
        "zweifellos|ohne zweifel|kein zweifel|毫无疑问|无疑|不难看出|不难|不过",
    ),
  ],
  [
    "junk",
    phrases(
      "i left|we left|you left|they left|he left|she left|who left|has left|have left|had left|" +
        "left to|left over|left out|left as|left for|left me|left alone|left behind|left unanswered|left untouched|left off|left blank|left empty|left open|left unread|nothing left|" +
        "nothing is left|what is left|what's left|left of it|all right|you are right|you're right|" +
        "right away|right now|right there|right here|right angle|right triangle|up to you|give up|" +
        "gave up|giving up|end up|ends up|ended up|make up|makes up|sum up|summing up|add up|" +
        "adds up|adding up|look up|looking up|set up|come up|came up|up until|up front|straight away|" +
        "break down|write down|note down|calm down|top of the list|on the one hand|left hand|" +
        "right hand|that is right|that's right|this is right|upside down|左右|上下|上述|以上|以下|如下|下面|上文|下文|一下|不上|东西",
    ),
  ],
  [
    "retract",
    phrases(
      "wait|actually|sorry|correction|oops|whoops|hmm|hm|scratch that|i mean|on second thought|" +
        "on second thoughts|just kidding|kidding|possible too|possible as well|is possible|are possible|also work|also works|works too|also be|also correct|also right|also valid|never mind|nevermind|let me recheck|let me reconsider|" +
        "let me redo|alternatively|alternative|also possible|equally|moment|doch|halt|korrektur|" +
        "entschuldigung|vielmehr|等等|等一下|更正|抱歉|或者说|其实",
    ),
  ],
  [
    "wrong",
    phrases(
      "wrong|incorrect|false|mistaken|mistake|mistakes|error|impossible|invalid|untrue|inaccurate|" +
        "ruled out|out of the question|blocked|unreachable|not correct|not true|not the answer|" +
        "not the case|isn't correct|isn't true|isn't the answer|isn't the case|that is not right|" +
        "that's not right|that isn't right|this is not right|this isn't right|" +
        "a trap|a distractor|a lie|a joke|nonsense|falsch|unmöglich|verkehrt|fehler|irrtum|" +
        "nicht richtig|stimmt nicht|trifft nicht zu|错|错误|不对|不正确|不可能|不成立|有误",
    ),
  ],
  [
    "except",
    phrases(
      "instead of|rather than|other than|as opposed to|opposed to|in contrast to|contrary to|unlike|" +
        "than|and not|anything but|everything but|all but|anything except|anything other than|" +
        "everything except|except|except for|excluding|apart from|aside from|besides|without|far from|" +
        "opposite of|the opposite of|opposite to|inverse of|mirror of|statt|anstatt|anstelle|außer|" +
        "ohne|alles andere als|gegenteil von|gegenteil|als|und nicht|除了|除|而非|而不是|并非|相反",
    ),
  ],
  [
    "deny",
    phrases(
      "rule out|rules out|ruling out|no chance|by no means|not at all|under no circumstances",
    ),
  ],
  [
    "deny",
    words(
      "not don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't won't wouldn't " +
        "shouldn't haven't hasn't hadn't mustn't needn't ain't dont doesnt didnt isnt arent wasnt cant " +
        "couldnt wont wouldnt shouldnt aint neither nor never no none nobody nothing nowhere hardly " +
        "barely scarcely unlikely doubt doubtful doubts refuse deny denies reject rejected exclude " +
        "excluded excludes eliminate eliminated unable fail fails failed lacks lacking " +
        "nicht kein keine keinen keiner keines keinem nie niemals weder noch nein keinesfalls " +
        "keineswegs niemand nichts unwahrscheinlich bezweifle " +
        "不 没 非 无 未 否 别 勿 莫 排除 ≠ ¬",
    ),
  ],
  [
    "if",
    phrases(
      "if|whether|unless|suppose|supposing|assume|assuming|not sure|unsure|uncertain|not certain|" +
        "would need|would have been|imagine|what about|how about|wenn|falls|ob|sofern|angenommen|" +
        "nicht sicher|unsicher|如果|假如|若|假设|是否|要是|不确定|不知道",
    ),
  ],
  [
    "doubt",
    phrases(
      "maybe|perhaps|possibly|some would|some might|some say|some people|people often|many people|" +
        "many would|one would think|you would think|used to|could|could be|might|might be|may be|may|can be either|either|both|" +
        "neither|any|any of|all of|each of|every|almost|nearly|not quite|at least|at most|at minimum|" +
        "at maximum|at the least|at the most|more than|less than|fewer than|greater than|larger than|" +
        "smaller than|longer than|shorter than|no more than|no less than|no fewer than|not more than|" +
        "not less than|a minimum of|minimum of|a maximum of|maximum of|up to|upwards of|in excess of|" +
        "or more|or less|or fewer|or so|or higher|or lower|or greater|somewhere between|" +
        "reverse|reversed|in reverse|backward|backwards|opposite|mirrored|flipped|swapped|inverted|" +
        "vary|varies|depends|depending|toss up|coin flip|" +
        "vielleicht|eventuell|möglicherweise|könnte|könnten|beide|entweder|fast|beinahe|" +
        "mindestens|höchstens|wenigstens|maximal|minimal|mehr als|weniger als|bis zu|" +
        "umgekehrt|rückwärts|也许|可能|或许|大概是|几乎|至少|最多|至多|不超过|不少于|不到|超过|多于|少于|" +
        "大于|小于|介于|反向|倒序|>|<|>=|<=|=<|≥|≤|±",
    ),
  ],
  ["or", phrases("or|oder|bzw|beziehungsweise|as well as|sowie|或|或者|还是|/")],
  [
    "reason",
    phrases(
      "because|since|as|due to|given that|given|considering|while|whereas|although|though|even though|" +
        "despite|based on|compared to|compared with|for the reason|owing to|where|in order to|" +
        "weil|denn|obwohl|während|aufgrund|wegen|indem|因为|由于|虽然|尽管|鉴于",
    ),
  ],
  [
    "aside",
    phrases(
      "explanation|reasoning|rationale|justification|note that|note|notes|nb|p.s.|here's why|" +
        "here is why|reason|begründung|erklärung|hinweis|解释|理由|说明|注意|原因|解析",
    ),
  ],
  [
    "so",
    phrases(
      "so|so that|thus|therefore|hence|consequently|accordingly|we get|in conclusion|to conclude|" +
        "in short|in summary|as a result|also|folglich|daher|somit|demnach|deshalb|mithin|" +
        "所以|因此|故|于是|因而|综上",
    ),
  ],
  [
    "yields",
    phrases(
      "i.e.|ie|that is to say|meaning|which is|which means|this means|that means|which gives|" +
        "this gives|that gives|giving|which makes|that makes|for a total of|in total|a total of|" +
        "overall|→|⇒|insgesamt|das heißt|即|总共|一共|共",
    ),
  ],
  [
    "but",
    phrases(
      "but|but rather|rather|however|instead|yet|still|otherwise|;|:|–|sondern|aber|jedoch|" +
        "stattdessen|dagegen|而是|但是|但|然而|却",
    ),
  ],
  [
    "fresh",
    phrases(
      "it is|it's|it lies|it must be|it has to be|it was|this is|that is|that's|they are|es ist|" +
        "es liegt|sie ist|das ist|er ist|是|应该是|应为",
    ),
  ],
  [
    "answer",
    phrases(
      "answer|answers|final answer|correct answer|right answer|my answer|best answer|ans|solution|" +
        "correct option|right option|best option|correct choice|right choice|best choice|" +
        "correct letter|right letter|conclusion|verdict|prediction|antwort|endantwort|lösung|" +
        "richtige antwort|ergebnis|答案|答|正确答案|最终答案|正确选项|结论|答え",
    ),
  ],
  [
    "noun",
    words(
      "result distance length number count total sum direction position coordinates location order " +
        "sequence path route way tour leg move moves landmark cell region side label choice option " +
        "abstand entfernung länge anzahl richtung position koordinaten reihenfolge strecke zug züge " +
        "距离 长度 数量 方向 位置 坐标 顺序 路径 路线 移动 结果 选项 步数",
    ),
  ],
  [
    "is",
    phrases(
      "is|are|be|would be|should be|must be|was|were|equals|=|≈|lies|lie|located|situated|found|sits|" +
        "stands|takes|take|needs|need|requires|require|has|have|gives|goes|leads|joins|connects|join|" +
        "connect|points|comes|ends|reads|it's|that's|there's|visits|'s|" +
        "ist|sind|lautet|lauten|liegt|beträgt|hat|führt|braucht|benötigt|verbindet|wäre|" +
        "是|为|等于|位于|处于|在|需要|需|有",
    ),
  ],
  [
    "plain",
    words(
      "them holds contains near after the a an this that these those it its i we my our your you there here he she they one of from " +
        "due at on in into to by with for towards toward via within per and then first next finally lastly " +
        "last after before again another going go move travel walk head heading step steps place " +
        "placed point located situated directly exactly precisely just simply only clearly definitely " +
        "certainly surely really indeed probably likely presumably seemingly apparently approximately " +
        "approx roughly about around circa ca say said think thought believe guess would i'd " +
        "i'm i'll we'll we've go went choose chose pick picked select selected choosing will shall can " +
        "do does yes okay ok sure well let me us see get got compute calculate count counting find " +
        "computed calculated answer answers correct right-hand final best option choice letter number " +
        "numbers value distance length long units unit steps hops cells squares tiles blocks px pixels " +
        "pixel m cm mm km meters metres meter metre miles feet degrees degree deg ways paths routes " +
        "path route way tour leg landmark landmarks point points node nodes city cities stop stops " +
        "needed necessary required elimination sector sectors quadrant quadrants range within position positions coordinates coordinate x y cell region part corner side edge area angle bearing map grid " +
        "picture image figure direction directions order sequence shortest optimal minimal " +
        "minimum least fewest quickest possible different distinct unique euclidean straight line " +
        "claim statement assertion sentence it'd start starts starting begin begins beginning start " +
        "end ends ending goal arrive arrives arriving reach reaches reached reaching finish being " +
        "object circle dot marker disc row rows column columns relative respect seen facing looking " +
        "hope helps total altogether overall rounded decimals decimal places two relation " +
        "label labelled labeled marked called named following followed list moves movement round " +
        "s g 's lie between among which most much quite very slightly seems appears looks like " +
        "must should compass color colour colored coloured using which who given all separated " +
        "commas comma therefore now please sir hi hello thanks thank you " +
        "red green blue orange purple brown pink gray grey olive cyan black yellow white teal magenta " +
        "der die das den dem des ein eine einen einem einer ist landet landest endet endest steht stehst stehe von vom nach zu zum zur im in am auf an " +
        "bei mit und dann danach zuerst ich wir du bist man es sie er aus genau etwa ungefähr rund wahrscheinlich " +
        "wohl glaube denke meine wähle nehme antwort option buchstabe richtig richtige richtung abstand " +
        "entfernung länge schritte schritt züge zug einheiten längeneinheiten felder feld weg wege " +
        "kürzeste kürzester kürzesten punkt punkte wegmarke landmarke ort position ja also hier dort " +
        "winkel verschiedene reihenfolge tour strecke fehlende aussage behauptung grad gehe geh lang start ziel " +
        "rot grün blau lila braun rosa grau oliv türkis schwarz gelb " +
        "角 的 了 在 于 是 为 从 到 向 往 朝 那 这 此 其 我 我们 认为 觉得 选 选择 应 应该 最 终 最终 步 条 个 种 米 最少 " +
        "单位 度 边 侧 面 方 方向 位置 点 地标 路 径 路径 路线 长度 距离 约 大约 约为 近似 正 正确 正确的 答案 选项 字母 项 " +
        "相对 对于 来 说 看 得 出 就 也 都 总 它 该 图 中 里 处 向着 走 移动 然后 再 接着 先 最后 最短 需 一 两 " +
        "红 绿 蓝 橙 紫 棕 粉 灰 青 黑 黄 色 橄 榄 褐 达 到达 落 停 站 起点 终点 坐标 第 格 连接 和 与 之 后 顺序 依次 经过 因 而 " +
        ", ( ) [ ] & + - ' … • · ° × → ← ↑ ↓ ^ _ ÷ √ % * = @ ~",
    ),
  ],
];

const CUES = new Lexicon<Cue>();
for (const [cue, list] of TABLE) CUES.add(cue, list);

export { CUES };
