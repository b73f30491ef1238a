package pattern

import (
	"testing"

	"lectern/reader/doc"
)

func TestPercent(t *testing.T) {
	check(t, doc.Percent, `
		en: Turnout rose [12%] to [48.5 %] in the hills.
		en: It fell [12.5 per cent], then [3 percentage points].
		en: A change of [-0.3%] is no change.
		en: Between [5 to 10 per cent] were lost.
		en: Some [10-12%] never replied.
		en: [Five per cent] said no, [twenty-five percent] yes.
		en: Rates rose by [25 basis points].
		en: A [15-percent] share was sold.
		en: The stake (of [7.25pct]) was small.
		en: Sales ([+5%]) grew; costs ([-2%]) fell.
		en: A hundred per cent sure is what nobody is.
		en: The percentage is not known.
		en: Nobody answered the 100 letters.
		en: A [two percentage point] gap opened in [three per cent] of towns.
		en: Only [½%] was left, then [0.05 %].
		en: Yields rose to [4.75 percent]; debt is [110%] of output.
		en: The tax (now [20%]) will rise by a bit.
		en: From [5%] to nothing.
		en: The [100%]-wool coat shrank.
		en: Prices were up [7 pct] on the year.
		en: Two thirds agreed, 12 per se did not.
		en: Nine in ten were 5 percentiles apart.
		en: See https://a.example/50%25/x for it.
		de: Um [5 bis 10 Prozent] mehr.
		fr: Une hausse de [25 points de base].
		es: Cayó [dos puntos porcentuales].
		da: Det er [5 procent] mere.
		de: Der Anteil stieg um [3,5 Prozent] auf [12 %].
		de: Er fiel um [zwei Prozentpunkte].
		fr: La part est de [12,5 %], soit [trois pour cent].
		fr: Elle perd [2 points de pourcentage].
		es: Subió un [5 por ciento] y bajó un [3%].
		it: È salito del [5 per cento].
		pt: Subiu [5 por cento] em maio.
		nl: Dat is [5 procent] meer.
		sv: Det är [5 procent] mer.
		nb: Det er [5 prosent] mer.
		pl: To jest [5 procent] więcej.
		cs: Je to [5 procent] navíc.
		fi: Se on [5 prosenttia] enemmän.
		tr: Oran [yüzde 12] oldu, sonra [%15].
		ru: Это [5 процентов] или [7%].
	`)
}

func TestQuantity(t *testing.T) {
	check(t, doc.Quantity, `
		en: The path is [27 kilometres] long and [3 metres] wide.
		en: It ran [5 km] at [100 km/h], or [62 mph].
		en: The lake covers [12 square kilometres], the field [40 hectares].
		en: It was [40°C] in the shade and colder inside.
		en: Water at [-3 °C] or [27 degrees Celsius] will do.
		en: The plant makes [500 MW] from [1.2 million tonnes] of wood.
		en: The file is [3 GB], the film [700MB].
		en: We waited [three months and 2 weeks].
		en: The [27-kilometre] tunnel took [ten years].
		en: He is [six feet two inches] tall.
		en: The flight takes [5 hours 30 minutes].
		en: A [five-year] plan was drawn up.
		en: A 25-year-old was hurt; she is 40 years old.
		en: One day it will be told.
		en: Wind of [90 kilometres per hour] blew down 12 trees.
		en: It pumps [5,000 barrels a day].
		en: The bag weighs [40 pounds], the box [12 kg].
		en: He scored 94,000 points before 12 people.
		en: Within a second the light was gone.
		en: The area is [27 km²], the tank [3 m³].
		en: Add [250 g] of flour and [2 l] of milk.
		en: It lies [10–12 km] from the sea.
		en: The star is [4.2 light-years] away.
		en: [Thousands of miles] of wire were laid.
		en: The firm has 5m users and 3k staff.
		en: Gate A4 is next to gate B12.
		de: Der Weg ist [27 Kilometer] lang und dauert [drei Stunden].
		de: Das Feld misst [12,5 Hektar].
		fr: Le sentier fait [27 kilomètres] et dure [trois heures].
		fr: Une surface de [120 mètres carrés].
		es: El camino mide [27 kilómetros] y dura [dos horas].
		it: Il sentiero è lungo [27 chilometri].
		pt: A trilha tem [27 quilômetros].
		nl: Het pad is [27 kilometer] lang.
		sv: Stigen är [27 kilometer] lång och tar [tre timmar].
		da: Stien er [27 kilometer] lang.
		pl: Droga ma [27 kilometrów].
		cs: Cesta má [27 kilometrů].
		fi: Polku on [27 kilometriä].
		tr: Yol [27 kilometre] uzunluğunda.
		ru: Дорога длиной [27 километров] за [3 часа].
	`)
}
