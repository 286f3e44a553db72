// Two processes: a shop that reads orders from a file and posts them, and an office that joins what it received with its customers and writes a report.
//   Orders office office.url report.csv
//   Orders shop office.url
// Afterwards, weft why 'report[0]' goes from the office's report back to the line of the shop's file.
using Orders;

string data = Path.Combine(AppContext.BaseDirectory, "data");
switch (args)
{
    case ["office", var url, var report]:
        await Office.RunAsync(url, report, Path.Combine(data, "customers.csv"));
        return 0;
    case ["shop", var url]:
        await Shop.RunAsync(url, Path.Combine(data, "orders.csv"), pause: TimeSpan.FromMilliseconds(200));
        return 0;
    default:
        Console.Error.WriteLine("expected: office URLFILE REPORT, or shop URLFILE");
        return 2;
}
