import type { CueWords } from "./_cue_words.ts";

/** The words of German by what they do in a reply. */
export const GERMAN: CueWords = {
  idiom: `
    zweifellos | ohne zweifel | kein zweifel
  `,
  retract: `
    moment | doch | halt | korrektur | entschuldigung | vielmehr
  `,
  wrong: `
    falsch | unmöglich | verkehrt | fehler | irrtum | nicht richtig | stimmt nicht | trifft nicht zu
  `,
  except: `
    statt | anstatt | anstelle | außer | ohne | alles andere als | gegenteil von | gegenteil | als |
    und nicht
  `,
  deny: `
    nicht | kein | keine | keinen | keiner | keines | keinem | nie | niemals | weder | noch | nein |
    keinesfalls | keineswegs | niemand | nichts | unwahrscheinlich | bezweifle
  `,
  if: `
    wenn | falls | ob | sofern | angenommen | nicht sicher | unsicher
  `,
  doubt: `
    vielleicht | eventuell | möglicherweise | könnte | könnten | beide | entweder | fast | beinahe |
    mindestens | höchstens | wenigstens | maximal | minimal | mehr als | weniger als | bis zu |
    umgekehrt | rückwärts
  `,
  or: `
    oder | bzw | beziehungsweise | sowie
  `,
  reason: `
    weil | denn | obwohl | während | aufgrund | wegen | indem
  `,
  aside: `
    begründung | erklärung | hinweis
  `,
  so: `
    also | folglich | daher | somit | demnach | deshalb | mithin
  `,
  yields: `
    insgesamt | das heißt
  `,
  but: `
    sondern | aber | jedoch | stattdessen | dagegen
  `,
  fresh: `
    es ist | es liegt | sie ist | das ist | er ist
  `,
  answer: `
    antwort | endantwort | lösung | richtige antwort | ergebnis
  `,
  noun: `
    abstand | entfernung | länge | anzahl | richtung | koordinaten | reihenfolge | strecke | zug |
    züge
  `,
  is: `
    ist | sind | lautet | lauten | liegt | beträgt | hat | führt | braucht | benötigt | verbindet |
    wäre
  `,
  plain: `
    der | die | das | den | dem | des | ein | eine | einen | einem | einer | landet | landest |
    endet | endest | steht | stehst | stehe | von | vom | nach | zu | zum | zur | im | am | auf |
    bei | mit | und | dann | danach | zuerst | ich | wir | du | bist | man | es | sie | er | aus |
    genau | etwa | ungefähr | rund | wahrscheinlich | wohl | glaube | denke | meine | wähle |
    nehme | buchstabe | richtig | richtige | schritte | schritt | einheiten | längeneinheiten |
    felder | feld | weg | wege | kürzeste | kürzester | kürzesten | punkt | punkte | wegmarke |
    landmarke | ort | ja | hier | dort | winkel | verschiedene | fehlende | aussage | behauptung |
    grad | gehe | geh | lang | ziel | rot | grün | blau | lila | braun | rosa | grau | oliv |
    türkis | schwarz | gelb
  `,
};
