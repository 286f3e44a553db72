// The ten routes between states whose flights were latest, and why the first of them is.
using Flights;
using Weft;

string data = args is [var folder] ? folder : Path.Combine(AppContext.BaseDirectory, "data");

IEnumerable<Flight> flights = File.ReadLines(Path.Combine(data, "flights.csv")).Skip(1).Select(Flight.Parse);
List<Airport> airports = File.ReadLines(Path.Combine(data, "airports.csv")).Skip(1).Select(Airport.Parse).ToList();

List<RouteDelay> report = flights
    .Join(airports, flight => flight.Origin, airport => airport.Iata, (flight, from) => (flight, from))
    .Join(airports, leg => leg.flight.Destination, airport => airport.Iata, (leg, to) => (leg.flight, leg.from, to))
    .Where(leg => leg.from.State != leg.to.State)
    .GroupBy(leg => (leg.from, leg.to), leg => leg.flight.Delay)
    .Where(route => route.Count() >= 3)
    .Select(route => new RouteDelay(route.Key.from.City, route.Key.to.City, route.Count(), route.Average()))
    .OrderByDescending(route => route.AverageDelay)
    .Take(10)
    .ToList();

foreach (RouteDelay route in report) Console.WriteLine(route);
if (report.Count == 0) return;

Console.WriteLine();
Console.WriteLine(Lineage.Of(report, 0).Why());
