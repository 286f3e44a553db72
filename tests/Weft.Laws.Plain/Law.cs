namespace Weft.Laws;

/// <summary>An operator of the laws: makes a sequence out of one, and logs every call of its lambdas.</summary>
/// <param name="Name">The call, as it stands in the code.</param>
/// <param name="Apply">Applies it.</param>
public sealed record Stage(string Name, Func<IEnumerable<int>, List<string>, IEnumerable<int>> Apply);

/// <summary>A reader of the laws: reads a sequence to an answer.</summary>
/// <param name="Name">The call, as it stands in the code.</param>
/// <param name="Read">Reads it; the answer is a value or a collection.</param>
public sealed record Reader(string Name, Func<IEnumerable<int>, List<string>, object?> Read);

/// <summary>Lambdas and comparers that log when they are called.</summary>
internal static class Logged
{
    internal static Func<T, TResult> Call<T, TResult>(this List<string> log, string name, Func<T, TResult> body) => value =>
    {
        log.Add($"{name}({value})");
        return body(value);
    };

    internal static Func<T1, T2, TResult> Call<T1, T2, TResult>(this List<string> log, string name, Func<T1, T2, TResult> body) => (one, two) =>
    {
        log.Add($"{name}({one}, {two})");
        return body(one, two);
    };

    internal static LoggingComparer Comparer(this List<string> log) => new(log);
}

/// <summary>Compares modulo 3, and logs.</summary>
internal sealed class LoggingComparer(List<string> log) : IComparer<int>, IEqualityComparer<int>
{
    public int Compare(int x, int y)
    {
        log.Add($"compare({x}, {y})");
        return (x % 3).CompareTo(y % 3);
    }

    public bool Equals(int x, int y)
    {
        log.Add($"equals({x}, {y})");
        return x % 3 == y % 3;
    }

    public int GetHashCode(int value)
    {
        log.Add($"hash({value})");
        return value % 3;
    }

    public override bool Equals(object? other) => other is LoggingComparer;

    public override int GetHashCode() => 0;
}
