import type { CueWords } from "./_cue_words.ts";

/** The words of English by what they do in a reply. */
export const ENGLISH: CueWords = {
  idiom: `
    no doubt | without doubt | without a doubt | without any doubt | beyond doubt | no question |
     not surprisingly | none other than | nothing but | no problem | no matter |
    if i am not mistaken | or in other words | or equivalently | or simply | as above | see above |
    from above | as shown | as requested | as follows | as expected | as a list | as moves |
    as given | as seen | as you can see | as we can see | as far as i can tell |
    as far as i can see | in that case | at all | right answer | right option | right choice |
    right letter | right one
  `,
  junk: `
    i left | we left | you left | they left | he left | she left | who left | has left | have left |
    had left | left to | left over | left out | left as | left for | left me | left alone |
    left behind | left unanswered | left untouched | left off | left blank | left empty |
    left open | left unread | nothing left | nothing is left | what is left | are left | what's left |
    left of it | all right | you are right | you're right | right away | right now | right there |
    right here | right angle | right triangle | up to you | give up | gave up | giving up | end up |
    ends up | ended up | make up | makes up | sum up | summing up | add up | adds up | adding up |
    look up | looking up | set up | come up | came up | up until | up front | straight away |
    break down | write down | note down | calm down | top of the list | on the one hand |
    left hand | right hand | that is right | that's right | this is right | upside down
  `,
  retract: `
    wait | actually | sorry | correction | oops | whoops | hmm | hm | scratch that | i mean |
    on second thought | on second thoughts | just kidding | kidding | possible too |
    possible as well | is possible | are possible | also work | also works | works too | also be |
    also correct | also right | also valid | never mind | nevermind | let me recheck |
    let me reconsider | let me redo | alternatively | alternative | also possible | equally
  `,
  wrong: `
    wrong | incorrect | false | mistaken | mistake | mistakes | error | impossible | invalid |
    untrue | inaccurate | ruled out | out of the question | blocked | unreachable | not correct |
    not true | not the answer | not the case | isn't correct | isn't true | isn't the answer |
    isn't the case | that is not right | that's not right | that isn't right | this is not right |
    this isn't right | a trap | a distractor | a lie | a joke | nonsense
  `,
  except: `
    instead of | rather than | other than | as opposed to | opposed to | in contrast to |
    contrary to | unlike | than | and not | anything but | everything but | all but |
    anything except | anything other than | everything except | except | except for | excluding |
    apart from | aside from | besides | without | far from | opposite of | the opposite of |
    opposite to | inverse of | mirror of
  `,
  deny: `
    rule out | rules out | ruling out | no chance | by no means | not at all |
    under no circumstances | not | don't | doesn't | didn't | isn't | aren't | wasn't | weren't |
    can't | cannot | couldn't | won't | wouldn't | shouldn't | haven't | hasn't | hadn't | mustn't |
    needn't | ain't | dont | doesnt | didnt | isnt | arent | wasnt | cant | couldnt | wont |
    wouldnt | shouldnt | aint | neither | nor | never | no | none | nobody | nothing | nowhere |
    hardly | barely | scarcely | unlikely | doubt | doubtful | doubts | refuse | deny | denies |
    reject | rejected | exclude | excluded | excludes | eliminate | eliminated | unable | fail |
    fails | failed | lacks | lacking
  `,
  if: `
    if | whether | unless | suppose | supposing | assume | assuming | not sure | unsure |
    uncertain | not certain | would need | would have been | imagine | what about | how about
  `,
  doubt: `
    maybe | perhaps | possibly | some would | some might | some say | some people | people often |
    many people | many would | one would think | you would think | used to | could | could be |
    might | might be | may be | may | can be either | either | both | any | any of | all of |
    each of | every | almost | nearly | not quite | at least | at most | at minimum | at maximum |
    at the least | at the most | more than | less than | fewer than | greater than | larger than |
    smaller than | longer than | shorter than | no more than | no less than | no fewer than |
    not more than | not less than | a minimum of | minimum of | a maximum of | maximum of | up to |
    upwards of | in excess of | or more | or less | or fewer | or so | or higher | or lower |
    or greater | somewhere between | reverse | reversed | in reverse | backward | backwards |
    opposite | mirrored | flipped | swapped | inverted | vary | varies | depends | depending |
    toss up | coin flip
  `,
  or: `
    or | as well as
  `,
  reason: `
    because | since | as | due to | given that | given | considering | while | whereas | although |
    though | even though | despite | based on | compared to | compared with | for the reason |
    owing to | where | in order to
  `,
  aside: `
    explanation | reasoning | rationale | justification | note that | note | notes | nb | p.s. |
    here's why | here is why | reason
  `,
  so: `
    so | so that | thus | therefore | hence | consequently | accordingly | we get | in conclusion |
    to conclude | in short | in summary | as a result
  `,
  yields: `
    i.e. | ie | that is to say | meaning | which is | which means | this means | that means |
    which gives | this gives | that gives | giving | which makes | that makes | for a total of |
    in total | a total of | overall
  `,
  but: `
    but | but rather | rather | however | instead | yet | still | otherwise
  `,
  fresh: `
    it is | it's | it lies | it must be | it has to be | it was | this is | that is | that's |
    they are
  `,
  answer: `
    answer | answers | final answer | correct answer | my answer | best answer | ans | solution |
    correct option | best option | correct choice | best choice | correct letter | conclusion |
    verdict | prediction
  `,
  noun: `
    result | distance | length | number | count | total | sum | direction | position | coordinates |
    location | order | sequence | path | route | way | tour | leg | move | moves | landmark | cell |
    region | side | label | choice | option
  `,
  is: `
    is | are | be | would be | should be | must be | was | were | equals | lies | lie | located |
    situated | found | sits | stands | takes | take | needs | need | requires | require | has |
    have | gives | goes | leads | joins | connects | join | connect | points | comes | ends |
    reads | there's | visits | 's
  `,
  plain: `
    them | holds | contains | near | after | the | a | an | this | that | these | those | it | its |
    i | we | my | our | your | you | there | here | he | she | they | one | of | from | due | at |
    on | in | into | to | by | with | for | towards | toward | via | within | per | and | then |
    first | next | finally | lastly | last | before | again | another | going | go | travel | walk |
    head | heading | step | steps | place | placed | point | directly | exactly | precisely | just |
    simply | only | clearly | definitely | certainly | surely | really | indeed | probably |
    likely | presumably | seemingly | apparently | approximately | approx | roughly | about |
    around | circa | ca | say | said | think | thought | believe | guess | would | i'd | i'm |
    i'll | we'll | we've | went | choose | chose | pick | picked | select | selected | choosing |
    will | shall | can | do | does | yes | okay | ok | sure | well | let | me | us | see | get |
    got | compute | calculate | counting | find | computed | calculated | correct | right-hand |
    final | best | letter | numbers | value | long | units | unit | hops | cells | squares | tiles |
    blocks | px | pixels | pixel | m | cm | mm | km | meters | metres | meter | metre | miles |
    feet | degrees | degree | deg | ways | paths | routes | landmarks | node | nodes | city |
    cities | stop | stops | needed | necessary | required | elimination | sector | sectors |
    quadrant | quadrants | range | positions | coordinate | x | y | part | corner | edge | area |
    angle | bearing | map | grid | picture | image | figure | directions | shortest | optimal |
    minimum | least | fewest | quickest | possible | different | distinct | unique | euclidean |
    straight | line | claim | statement | assertion | sentence | it'd | start | starts | starting |
    begin | begins | beginning | end | ending | goal | arrive | arrives | arriving | reach |
    reaches | reached | reaching | finish | being | object | circle | dot | marker | disc | row |
    rows | column | columns | relative | respect | seen | facing | looking | hope | helps |
    altogether | rounded | decimals | decimal | places | two | relation | labelled | labeled |
    marked | called | named | following | followed | list | movement | round | s | g | between |
    among | which | most | much | quite | very | slightly | seems | appears | looks | like | must |
    should | compass | color | colour | colored | coloured | using | who | all | separated |
    commas | comma | now | please | sir | hi | hello | thanks | thank | red | green | blue |
    orange | purple | brown | pink | gray | grey | olive | cyan | black | yellow | white | teal |
    magenta
  `,
};
