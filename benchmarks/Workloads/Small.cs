namespace Workloads;

/// <summary>A query over the few lines of each of many orders: what most programs' LINQ looks like.</summary>
public sealed class Small(WorkloadInputs inputs) : IWorkload
{
    private const int Orders = 50_000;
    private const int Lines = 6;

    private readonly List<Order> _orders = Read(inputs.Numbers);

    public string Name => "small";

    public long Records => Orders;

    public object Run()
    {
        long sum = 0;
        foreach (Order order in _orders)
        {
            List<Line> sold = order.Lines.Where(line => line.Quantity % 3 != 0).ToList();
            if (sold.Any(line => line.Price > 90)) sum += sold.Select(line => line.Price * line.Quantity).Max();
            int[] prices = sold.Select(line => line.Price).ToArray();
            sum += prices.Sum() + order.Lines.Count(line => line.Quantity > 5);
        }
        return sum;
    }

    private static List<Order> Read(int[] numbers)
    {
        var orders = new List<Order>();
        for (int id = 0; id < Orders; id++)
        {
            var lines = new List<Line>();
            for (int i = 0; i < Lines; i++) lines.Add(new Line(numbers[(id * Lines + i) % numbers.Length] % 10, numbers[(id + i) % numbers.Length] % 100));
            orders.Add(new Order(id, lines));
        }
        return orders;
    }

    private sealed record Line(int Quantity, int Price);

    private sealed record Order(int Id, List<Line> Lines);
}
