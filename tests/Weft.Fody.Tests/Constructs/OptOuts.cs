using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Weft;

public static class OptOuts
{
    public static string Run() => string.Join(",", Woven()) + NotWoven(1) + NotWoven("1").Result + new Plain().Sum + Property;

    private static List<int> Woven() => new[] { 1, 2 }.Select(n => n).ToList();

    [NotWoven]
    private static int Property => new[] { 1 }.Select(n => n).Sum();

    // Its lambdas and local functions go with it; the other overload's do not, though their names are the same.
    [NotWoven]
    private static int NotWoven(int x)
    {
        return new[] { x }.Select(n => Inner().Where(m => m > n).Count()).Sum();

        IEnumerable<int> Inner() => new[] { 2 }.Where(n => n > x);
    }

    private static Task<int> NotWoven(string s) => Task.FromResult(s.Select(c => s.Where(d => d == c).Count()).First());

    [NotWoven]
    private static async Task<int> StateMachine()
    {
        await Task.Yield();
        return new[] { 1 }.Where(n => n > 0).Sum();
    }

    [NotWoven]
    private sealed class Plain
    {
        public int Sum => new[] { 1 }.Where(n => new[] { n }.Where(m => m == n).Count() == 1).Sum();
    }
}
