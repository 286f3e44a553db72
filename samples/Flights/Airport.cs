namespace Flights;

/// <summary>An airport: one line of airports.csv.</summary>
internal sealed record Airport(string Iata, string City, string State)
{
    public static Airport Parse(string line)
    {
        List<string> fields = Csv.Split(line); // iata,name,city,state,country,latitude,longitude
        return new(fields[0], fields[2], fields[3]);
    }
}
