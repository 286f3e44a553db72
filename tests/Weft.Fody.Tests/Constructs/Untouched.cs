using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;

// Expression trees, tokens and method groups name operators without calling them; a query belongs to its provider.
public static class Untouched
{
    public static string Run()
    {
        Expression<Func<IEnumerable<int>, List<int>>> tree = numbers => numbers.Where(n => n > 1).ToList();
        Func<IEnumerable<int>, int> sum = Enumerable.Sum;
        Func<IEnumerable<int>, List<int>> toList = Enumerable.ToList;
        IQueryable<int> query = new[] { 1, 2, 3 }.AsQueryable().Where(n => n > 1).Select(n => n * 2);
        // The one call: what an expression tree compiles to is the provider's, what stands beside it is not.
        int count = new[] { 1, 2 }.Where(n => n > 1).Count();
        return tree.Body + ";" + sum([1, 2]) + toList([3])[0] + query.Sum() + count;
    }
}
