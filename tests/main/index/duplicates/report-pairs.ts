/** What one of two compared reports says. */
export interface PairedReport {
  title: string
  summary?: string
  /** Addresses; where both cite one, that speaks for one report. */
  sources?: string[]
  entities?: number[]
}

export interface ReportPair {
  why: string
  first: PairedReport | string
  second: PairedReport | string
  /** How many days the second is dated after the first. */
  days?: number
}

const PORT = 'https://harbour.example/2012/03/dock-strike'

/** Two wordings of one report. */
export const SAME: ReportPair[] = [
  {
    why: 'a word was inserted',
    first:
      'Dock workers in Rotterdam end their strike after eleven days of talks with the port authority.',
    second:
      'Dock workers in Rotterdam end their strike after eleven days of tense talks with the port authority.',
  },
  {
    why: 'the sentence was cut short',
    first:
      'The ferry Aurora runs aground off Gotland and all of its passengers are taken ashore by the Swedish coast guard.',
    second:
      'The ferry Aurora runs aground off Gotland and all of its passengers are taken ashore by the Swedish coast guard, in calm weather.',
  },
  {
    why: 'a number was written another way',
    first: 'About 2,700 households in Porto lose power when a substation floods.',
    second: 'About 2700 households in Porto lose power when a substation floods.',
  },
  {
    why: 'a number became a word',
    first: 'A bus plunges into the river Drina near Foča and 7 passengers are missing.',
    second: 'A bus plunges into the river Drina near Foca and seven passengers are missing.',
  },
  {
    why: 'a unit moved to its number',
    first: 'The pipeline between Baku and Tbilisi is shut for repairs along 40 km of its length.',
    second: 'The pipeline between Baku and Tbilisi is shut for repairs along 40km of its length.',
  },
  {
    why: 'accents, case and punctuation differ',
    first: 'Café owners in Málaga protest against the new terrace tax – again.',
    second: 'Cafe owners in Malaga protest, against the new terrace tax; again',
  },
  {
    why: 'a clause moved',
    first:
      'In Nairobi, teachers walk out of classrooms over unpaid wages and hold a march to parliament.',
    second:
      'Teachers walk out of classrooms over unpaid wages and hold a march to parliament in Nairobi.',
  },
  {
    why: 'a verb was replaced',
    first:
      'The Constitutional Court of Ecuador rejects the appeal of three fishing companies against the Galápagos quota.',
    second:
      'The Constitutional Court of Ecuador dismisses the appeal of three fishing companies against the Galápagos quota.',
  },
  {
    why: 'an abbreviation was spelled out',
    first:
      'The U.S. agrees with Panama on a treaty that lets both navies patrol the waters off Colón together.',
    second:
      'The United States agrees with Panama on a treaty that lets both navies patrol the waters off Colón together.',
  },
  {
    why: 'an abbreviation lost its stops',
    first: 'The U.K. recalls its envoy from Minsk after the trial of two journalists.',
    second: 'The UK recalls its envoy from Minsk after the trial of two journalists.',
  },
  {
    why: 'only one has a summary',
    first: 'A volcano on the island of Flores sends ash over four villages.',
    second: {
      title: 'A volcano on the island of Flores sends ash over four villages.',
      summary: 'The airport of Maumere stays closed until Friday.',
    },
  },
  {
    why: 'the summary grew',
    first: {
      title: 'A bridge over the Salween collapses near Hpa-An during a storm.',
      summary: 'Three lorries fell into the river. Their drivers were rescued by fishermen.',
    },
    second: {
      title: 'A bridge over the Salween collapses near Hpa-An during a storm.',
      summary:
        'Three lorries fell into the river. Their drivers were rescued by fishermen. The road to Thailand is closed, and the ministry of works has promised a temporary crossing within a week.',
    },
  },
  {
    why: 'the same words a day later',
    first:
      'Archaeologists near Petra uncover a Nabataean cistern with painted walls, the largest found so far.',
    second:
      'Archaeologists near Petra uncover a Nabataean cistern with painted walls, the largest found so far.',
    days: 1,
  },
  {
    why: 'nearly the same words two days later',
    first:
      'Archaeologists near Petra uncover a Nabataean cistern with painted walls, the largest found so far in Jordan.',
    second:
      'Archaeologists near Petra uncover a Nabataean cistern with painted walls, the largest found so far.',
    days: 2,
  },
  {
    why: 'both cite one page, three days apart',
    first: {
      title: 'Dock workers in Rotterdam stop work over the plan to automate two terminals.',
      sources: [PORT],
    },
    second: {
      title:
        'Dock workers in Rotterdam stop work over a plan of the port to automate two of its terminals.',
      sources: ['http://www.harbour.example/2012/03/dock-strike/'],
    },
    days: 3,
  },
  {
    why: 'both cite one page and the wording is loose',
    first: {
      title:
        'Glaciologists report that the Gries glacier in Valais has lost a tenth of its ice within a year.',
      sources: [PORT],
    },
    second: {
      title:
        'The Gries glacier in Valais has lost a tenth of its ice within a single year, researchers report.',
      sources: [PORT],
    },
  },
  {
    why: 'a headline is repeated with its place added',
    first: 'A fire destroys the old customs house on the waterfront and two warehouses beside it.',
    second:
      'A fire destroys the old customs house on the waterfront of Trieste and two warehouses beside it.',
  },
  {
    why: 'a French headline was corrected',
    first:
      'Les pêcheurs de Saint-Malo bloquent l’entrée du port pour protester contre le prix du gazole.',
    second:
      'Les pêcheurs de Saint-Malo bloquent l’entrée du port, pour protester contre le prix élevé du gazole.',
  },
  {
    why: 'a Russian headline gained a word',
    first: 'В порту Мурманска спущен на воду ледокол, который строили шесть лет.',
    second: 'В порту Мурманска спущен на воду новый ледокол, который строили шесть лет.',
  },
  {
    why: 'Chinese: words were added',
    first: '冰岛议会通过法案，允许渔民在冬季使用新港口，并拨款修建两座灯塔。',
    second: '冰岛议会以多数票通过法案，首次允许渔民在冬季使用新港口，并拨款修建两座灯塔。',
  },
  {
    why: 'Chinese: traditional and simplified characters',
    first: '鹿特丹港碼頭工人結束為期十一天的罷工，並與港務局達成協議。',
    second: '鹿特丹港码头工人结束为期十一天的罢工，并与港务局达成协议。',
  },
  {
    why: 'Chinese: the end was added',
    first: '一艘货轮在鹿特丹港外搁浅，船员全部获救。',
    second: '一艘货轮在鹿特丹港外搁浅，船员全部获救，无人受伤。',
  },
  {
    why: 'Chinese: a clause moved',
    first: '在内罗毕，教师因拖欠工资而罢课，并游行前往议会大厦。',
    second: '教师因拖欠工资而罢课，并游行前往议会大厦，在内罗毕。',
  },
  {
    why: 'Chinese: other punctuation and full-width digits',
    first: '波尔图一座变电站被淹，约2700户家庭停电。',
    second: '波尔图一座变电站被淹,约２７００户家庭停电',
  },
  {
    why: 'Chinese: only one has a summary',
    first: '弗洛勒斯岛火山喷发，火山灰覆盖四个村庄。',
    second: {
      title: '弗洛勒斯岛火山喷发，火山灰覆盖四个村庄。',
      summary: '毛梅雷机场关闭至周五。',
    },
  },
  {
    why: 'Japanese: words were added',
    first: 'ロッテルダムの港湾労働者が十一日間のストライキを終えた。',
    second: 'ロッテルダム港の港湾労働者が十一日間の長いストライキを終えた。',
  },
  {
    why: 'Arabic: words were added',
    first: 'عمال الميناء في روتردام ينهون إضرابهم بعد أحد عشر يوما من المفاوضات مع سلطة الميناء',
    second:
      'عمال الميناء في روتردام ينهون إضرابهم بعد أحد عشر يوما من المفاوضات الصعبة مع سلطة الميناء',
  },
  {
    why: 'Arabic: vowel marks and stretched letters',
    first: 'انقطاع الكهرباء عن نحو 2700 منزل في بورتو بسبب فيضان محطة فرعية',
    second: 'انقطاع الكهربـاء عن نحوِ ٢٧٠٠ منزلٍ في بورتو بسبب فيضان محطةٍ فرعية',
  },
  {
    why: 'Arabic: a clause moved',
    first: 'في نيروبي المعلمون يضربون عن العمل بسبب الأجور المتأخرة ويسيرون إلى مبنى البرلمان',
    second: 'المعلمون يضربون عن العمل بسبب الأجور المتأخرة ويسيرون إلى مبنى البرلمان في نيروبي',
  },
]

/** Reports that look alike and are not the same. */
export const NOT_SAME: ReportPair[] = [
  {
    why: 'another place',
    first: 'At least ten people are killed in a bomb attack on a market in Kirkuk.',
    second: 'At least ten people are killed in a bomb attack on a market in Mosul.',
  },
  {
    why: 'another number',
    first: 'At least ten people are killed in a bomb attack on a market in Kirkuk.',
    second: 'At least twelve people are killed in a bomb attack on a market in Kirkuk.',
  },
  {
    why: 'another number in digits',
    first: 'A bus with pilgrims falls into a ravine near Cusco and 14 of them die.',
    second: 'A bus with pilgrims falls into a ravine near Cusco and 41 of them die.',
  },
  {
    why: 'another decimal',
    first: 'An earthquake of magnitude 6.1 shakes the coast of Oaxaca and is felt in Mexico City.',
    second: 'An earthquake of magnitude 6.4 shakes the coast of Oaxaca and is felt in Mexico City.',
  },
  {
    why: 'another score',
    first: 'In football, Ajax beats Feyenoord 3–1 in the second match of the season.',
    second: 'In football, Ajax beats Feyenoord 3–2 in the second match of the season.',
  },
  {
    why: 'another match of one series',
    first: 'The Harbour Hawks beat the Valley Owls 3–1 in Game 1 of the final at home.',
    second: 'The Harbour Hawks beat the Valley Owls 3–1 in Game 2 of the final at home.',
  },
  {
    why: 'who and whom changed places',
    first:
      'Norway defeats Finland in the final of the ice hockey tournament held in Tampere this week.',
    second:
      'Finland defeats Norway in the final of the ice hockey tournament held in Tampere this week.',
  },
  {
    why: 'names of several words changed places',
    first:
      'South Malvia recalls its ambassador from North Malvia after the incident at the border crossing.',
    second:
      'North Malvia recalls its ambassador from South Malvia after the incident at the border crossing.',
  },
  {
    why: 'numbers changed places',
    first:
      'A storm on the Black Sea leaves 12 sailors dead and 30 injured, says the coast guard of Romania.',
    second:
      'A storm on the Black Sea leaves 30 sailors dead and 12 injured, says the coast guard of Romania.',
  },
  {
    why: 'another weekday',
    first:
      'The parliament of Iceland meets on Monday to vote on the fishing quota for the coming year.',
    second:
      'The parliament of Iceland meets on Tuesday to vote on the fishing quota for the coming year.',
  },
  {
    why: 'another ordinal',
    first: 'Voters in Ghana go to the polls in the first round of the presidential election.',
    second: 'Voters in Ghana go to the polls in the second round of the presidential election.',
  },
  {
    why: 'another name begins the sentence',
    first:
      'Israel closes its border crossing to lorries until further notice, after a dispute over customs.',
    second:
      'Jordan closes its border crossing to lorries until further notice, after a dispute over customs.',
  },
  {
    why: 'another person of the same office',
    first:
      'The president of Peru receives the foreign minister of Chile, Ana Rojas, in Lima for talks on trade.',
    second:
      'The president of Peru receives the foreign minister of Chile, Luis Vega, in Lima for talks on trade.',
  },
  {
    why: 'a formula of few words',
    first: 'Protests continue in Athens.',
    second: 'Protests continue in Athens, Greece.',
    days: 1,
  },
  {
    why: 'the next step, a day later',
    first: 'The senate of Uruguay debates the law on the protection of wetlands.',
    second: 'The senate of Uruguay passes the law on the protection of wetlands.',
    days: 1,
  },
  {
    why: 'the same formula, too many days later',
    first:
      'Archaeologists near Petra uncover a Nabataean cistern with painted walls, the largest found so far.',
    second:
      'Archaeologists near Petra uncover a Nabataean cistern with painted walls, the largest found so far.',
    days: 9,
  },
  {
    why: 'one page cited for two events',
    first: {
      title: 'A car bomb explodes outside a police station in Kirkuk and wounds several officers.',
      sources: [PORT],
    },
    second: {
      title: 'A car bomb explodes outside a police station in Basra and wounds several officers.',
      sources: [PORT],
    },
  },
  {
    why: 'one page cited for two events in quite other words',
    first: { title: 'Dock workers in Rotterdam stop work over automation.', sources: [PORT] },
    second: {
      title: 'Rotterdam reports a record number of containers for the year.',
      sources: [PORT],
    },
  },
  {
    why: 'only the front page of an outlet is shared',
    first: {
      title:
        'Glaciologists report that the Gries glacier in Valais has lost a tenth of its ice within a year.',
      sources: ['https://harbour.example/'],
    },
    second: {
      title:
        'The Gries glacier in Valais has lost a tenth of its ice within a single year, researchers report.',
      sources: ['https://harbour.example'],
    },
    days: 1,
  },
  {
    why: 'the same headline over other summaries',
    first: {
      title: 'Protests against the reform of the pension law in France',
      summary: 'Train drivers block the station of Lyon and demand a meeting with the minister.',
    },
    second: {
      title: 'Protests against the reform of the pension law in France',
      summary: 'The government withdraws the bill and calls new elections for the autumn.',
    },
  },
  {
    why: 'short headlines alike but for a word',
    first: 'Earthquake in northern Chile',
    second: 'Earthquake in northern Peru',
  },
  {
    why: 'the opposite was decided',
    first: 'A court in Colombo allows the sale of the lighthouse to a hotel.',
    second: 'A court in Colombo forbids the sale of the lighthouse and orders repairs.',
  },
  {
    why: 'a French formula with another number',
    first:
      'Trois ouvriers meurent dans l’effondrement d’un échafaudage sur un chantier de Marseille.',
    second:
      'Cinq ouvriers meurent dans l’effondrement d’un échafaudage sur un chantier de Marseille.',
  },
  {
    why: 'a German formula with another town',
    first: 'Bei einem Brand in einem Wohnhaus in Kassel werden zwei Bewohner leicht verletzt.',
    second: 'Bei einem Brand in einem Wohnhaus in Bremen werden zwei Bewohner leicht verletzt.',
  },
  {
    why: 'a Russian formula with another number',
    first: 'В Перми на заводе произошёл взрыв, два человека пострадали.',
    second: 'В Перми на заводе произошёл взрыв, шесть человек пострадали.',
  },
  {
    why: 'Chinese: another place',
    first: '基尔库克一处市场发生炸弹袭击，造成至少10人死亡，30人受伤。',
    second: '摩苏尔一处市场发生炸弹袭击，造成至少10人死亡，30人受伤。',
  },
  {
    why: 'Chinese: another number',
    first: '基尔库克一处市场发生炸弹袭击，造成至少10人死亡，30人受伤。',
    second: '基尔库克一处市场发生炸弹袭击，造成至少12人死亡，30人受伤。',
  },
  {
    why: 'Chinese: another number in characters',
    first: '库斯科附近一辆载有朝圣者的客车坠入山谷，造成七人死亡。',
    second: '库斯科附近一辆载有朝圣者的客车坠入山谷，造成九人死亡。',
  },
  {
    why: 'Chinese: a place of one other character',
    first: '广东省连日暴雨引发洪水，多个县市的道路和铁路中断，学校停课。',
    second: '广西省连日暴雨引发洪水，多个县市的道路和铁路中断，学校停课。',
  },
  {
    why: 'Chinese: who and whom changed places',
    first: '挪威队在坦佩雷举行的冰球锦标赛决赛中击败芬兰队夺得冠军。',
    second: '芬兰队在坦佩雷举行的冰球锦标赛决赛中击败挪威队夺得冠军。',
  },
  {
    why: 'Chinese: the next step',
    first: '乌拉圭参议院开始审议湿地保护法案，环保团体表示欢迎。',
    second: '乌拉圭参议院表决通过湿地保护法案，环保团体表示欢迎。',
  },
  {
    why: 'Chinese: a series of films',
    first: '国家电视台播出以港口历史为主题的纪录片《海港与灯塔》。',
    second: '国家电视台播出以港口历史为主题的纪录片《码头与仓库》。',
  },
  {
    why: 'Japanese: another number',
    first: 'ペルー南部でバスが谷に転落し、乗客七人が死亡した。',
    second: 'ペルー南部でバスが谷に転落し、乗客九人が死亡した。',
  },
  {
    why: 'Arabic: another place',
    first: 'مقتل عشرة أشخاص على الأقل في هجوم بقنبلة على سوق في كركوك',
    second: 'مقتل عشرة أشخاص على الأقل في هجوم بقنبلة على سوق في الموصل',
  },
  {
    why: 'Arabic: another number',
    first: 'مقتل عشرة أشخاص على الأقل في هجوم بقنبلة على سوق في كركوك',
    second: 'مقتل سبعة أشخاص على الأقل في هجوم بقنبلة على سوق في كركوك',
  },
  {
    why: 'Arabic: another number in digits',
    first: 'زلزال بقوة 6.1 درجات يهز ساحل أواهاكا ويشعر به سكان العاصمة',
    second: 'زلزال بقوة ٦.٤ درجات يهز ساحل أواهاكا ويشعر به سكان العاصمة',
  },
  {
    why: 'Arabic: who and whom changed places',
    first: 'النرويج تهزم فنلندا في نهائي بطولة هوكي الجليد المقامة في تامبيري هذا الأسبوع',
    second: 'فنلندا تهزم النرويج في نهائي بطولة هوكي الجليد المقامة في تامبيري هذا الأسبوع',
  },
]

/** Reports that are the same, as a reader knows, which are kept apart because a guess might be wrong. */
export const MISSED: ReportPair[] = [
  {
    why: 'a place is named otherwise',
    first: 'A museum in Washington, D.C. returns a carved canoe to the islanders who built it.',
    second:
      'A museum in the American capital returns a carved canoe to the islanders who built it.',
  },
  {
    why: 'a death toll has risen',
    first: 'The death toll of the flood in Porto reaches 21 as the mayor closes the bridges.',
    second: 'The death toll of the flood in Porto reaches 33 as the mayor closes the bridges.',
  },
  {
    why: 'it is told in quite other words',
    first: 'Lifeboats from Cork bring the whole crew of a burning trawler ashore.',
    second: 'Fishermen whose boat caught fire are saved by volunteers off the Irish coast.',
  },
  {
    why: 'Chinese: a verb was replaced',
    first: '国际奥委会宣布四座城市成为夏季奥运会的候选城市。',
    second: '国际奥委会公布四座城市成为夏季奥运会的候选城市。',
  },
  {
    why: 'Arabic: a word was replaced by another of its meaning',
    first: 'عمال الميناء في روتردام ينهون إضرابهم بعد أحد عشر يوما من المفاوضات',
    second: 'عمال الميناء في روتردام يوقفون إضرابهم بعد أحد عشر يوما من المفاوضات',
  },
]
