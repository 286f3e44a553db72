namespace Workloads;

/// <summary>One call of each operator over a thousand records, in the order of the operator reference; a sequence is read to its end.</summary>
public static class OperatorCalls
{
    /// <summary>Records that a call works on.</summary>
    public const int Records = 1000;

    /// <summary>The calls by the operator's name.</summary>
    /// <param name="linesFile">A file with as many lines.</param>
    public static IReadOnlyDictionary<string, Func<object?>> Create(string linesFile)
    {
        int[] numbers = Enumerable.Range(0, Records).ToArray();
        List<string> texts = numbers.Select(number => number.ToString("D4")).ToList();
        object[] objects = [.. texts];
        return new Dictionary<string, Func<object?>>
        {
            ["ReadLines"] = () => Read(File.ReadLines(linesFile)),
            ["ReadAllLines"] = () => File.ReadAllLines(linesFile),
            ["ReadAllLinesAsync"] = () => File.ReadAllLinesAsync(linesFile).GetAwaiter().GetResult(),
            ["ReadLinesAsync"] = () => ReadAsync(File.ReadLinesAsync(linesFile)).GetAwaiter().GetResult(),

            ["Range"] = () => Read(Enumerable.Range(0, Records).Where(number => number % 2 == 0)),
            ["Repeat"] = () => Read(Enumerable.Repeat(1, Records).Select(number => number + 1)),
            ["Sequence"] = () => Read(Enumerable.Sequence(0, Records * 2, 2).Select(number => number + 1)),
            ["InfiniteSequence"] = () => Read(Enumerable.InfiniteSequence(0, 2).Take(Records)),
            ["Empty"] = () => Read(Enumerable.Empty<int>().Select(number => number + 1)),

            ["Where"] = () => Read(numbers.Where(number => number % 2 == 0)),
            ["Select"] = () => Read(numbers.Select(number => number + 1)),
            ["Index"] = () => Read(texts.Index()),
            ["AsEnumerable"] = () => Read(numbers.Where(number => number % 2 == 0).AsEnumerable()),
            ["Cast"] = () => Read(objects.Cast<string>()),
            ["OfType"] = () => Read(objects.OfType<string>()),
            ["Take"] = () => Read(numbers.Take(Records / 2)),
            ["TakeWhile"] = () => Read(numbers.TakeWhile(number => number < Records / 2)),
            ["TakeLast"] = () => Read(numbers.TakeLast(Records / 2)),
            ["Skip"] = () => Read(numbers.Skip(Records / 2)),
            ["SkipWhile"] = () => Read(numbers.SkipWhile(number => number < Records / 2)),
            ["SkipLast"] = () => Read(numbers.SkipLast(Records / 2)),
            ["DefaultIfEmpty"] = () => Read(numbers.DefaultIfEmpty()),
            ["Append"] = () => Read(numbers.Append(0)),
            ["Prepend"] = () => Read(numbers.Prepend(0)),
            ["Concat"] = () => Read(numbers.Concat(numbers)),

            ["Order"] = () => Read(texts.Order(StringComparer.Ordinal)),
            ["OrderDescending"] = () => Read(texts.OrderDescending(StringComparer.Ordinal)),
            ["OrderBy"] = () => Read(texts.OrderBy(text => text[^1])),
            ["OrderByDescending"] = () => Read(texts.OrderByDescending(text => text[^1])),
            ["ThenBy"] = () => Read(texts.OrderBy(text => text[^1]).ThenBy(text => text[^2])),
            ["ThenByDescending"] = () => Read(texts.OrderBy(text => text[^1]).ThenByDescending(text => text[^2])),
            ["Reverse"] = () => Read(texts.AsEnumerable().Reverse()),
            ["Shuffle"] = () => Read(numbers.Shuffle()),

            ["Distinct"] = () => Read(texts.Distinct()),
            ["DistinctBy"] = () => Read(texts.DistinctBy(text => text[^1])),
            ["Union"] = () => Read(texts.Union(texts)),
            ["UnionBy"] = () => Read(texts.UnionBy(texts, text => text[^1])),
            ["Except"] = () => Read(texts.Except(texts.Take(10))),
            ["ExceptBy"] = () => Read(numbers.ExceptBy([1, 2, 3], number => number % 10)),
            ["Intersect"] = () => Read(texts.Intersect(texts.Skip(10))),
            ["IntersectBy"] = () => Read(numbers.IntersectBy([1, 2, 3], number => number % 10)),

            ["SelectMany"] = () => Read(numbers.SelectMany(number => numbers.Take(number % 4))),
            ["Join"] = () => Read(numbers.Join(numbers, number => number, number => number, (outer, inner) => outer + inner)),
            ["LeftJoin"] = () => Read(numbers.LeftJoin(numbers, number => number, number => number * 2, (outer, inner) => outer + inner)),
            ["RightJoin"] = () => Read(numbers.RightJoin(numbers, number => number, number => number * 2, (outer, inner) => outer + inner)),
            ["GroupJoin"] = () => Read(numbers.GroupJoin(numbers, number => number, number => number % 100, (outer, inner) => outer)),
            ["GroupBy"] = () => Read(numbers.GroupBy(number => number % 100)),
            ["AggregateBy"] = () => Read(numbers.AggregateBy(number => number % 100, 0, (sum, number) => sum + number)),
            ["CountBy"] = () => Read(numbers.CountBy(number => number % 100)),
            ["Zip"] = () => Read(numbers.Zip(texts)),
            ["Chunk"] = () => Read(numbers.Chunk(10)),

            ["Aggregate"] = () => numbers.Aggregate((sum, number) => sum ^ number),
            ["Sum"] = () => texts.Sum(text => text.Length),
            ["Average"] = () => texts.Average(text => text.Length),
            ["Count"] = () => numbers.Count(number => number % 2 == 0),
            ["LongCount"] = () => numbers.LongCount(number => number % 2 == 0),
            ["Min"] = () => texts.Min(text => text[^1]),
            ["Max"] = () => texts.Max(text => text[^1]),
            ["MinBy"] = () => texts.MinBy(text => text[^1]),
            ["MaxBy"] = () => texts.MaxBy(text => text[^1]),
            ["First"] = () => numbers.First(number => number == Records / 2),
            ["FirstOrDefault"] = () => numbers.FirstOrDefault(number => number == Records / 2),
            ["Last"] = () => numbers.Last(number => number == Records / 2),
            ["LastOrDefault"] = () => numbers.LastOrDefault(number => number == Records / 2),
            ["Single"] = () => numbers.Single(number => number == Records / 2),
            ["SingleOrDefault"] = () => numbers.SingleOrDefault(number => number == Records / 2),
            ["ElementAt"] = () => numbers.ElementAt(Records / 2),
            ["ElementAtOrDefault"] = () => numbers.ElementAtOrDefault(Records / 2),

            ["Any"] = () => numbers.Where(number => number == Records / 2).Any(),
            ["All"] = () => numbers.Where(number => number % 2 == 0).All(number => number < Records),
            ["Contains"] = () => numbers.Select(number => number + 1).Contains(Records / 2),
            ["SequenceEqual"] = () => numbers.Select(number => number + 1).SequenceEqual(numbers),
            ["TryGetNonEnumeratedCount"] = () => numbers.Select(number => number + 1).TryGetNonEnumeratedCount(out int count) ? count : -1,

            ["ToList"] = () => numbers.Where(number => number % 2 == 0).ToList(),
            ["ToArray"] = () => numbers.Where(number => number % 2 == 0).ToArray(),
            ["ToDictionary"] = () => numbers.ToDictionary(number => number),
            ["ToHashSet"] = () => numbers.ToHashSet(),
            ["ToLookup"] = () => numbers.ToLookup(number => number % 100),
        };
    }

    private static int Read<T>(IEnumerable<T> records)
    {
        int count = 0;
        foreach (T _ in records) count++;
        return count;
    }

    private static async Task<int> ReadAsync<T>(IAsyncEnumerable<T> records)
    {
        int count = 0;
        await foreach (T _ in records) count++;
        return count;
    }
}
