namespace Weft.Queues;

/// <summary>Whether keys may be compared once more without anybody noticing: those of the base library that run no code of the program's, by comparers of the base library.</summary>
internal static class PureKeys<TKey>
{
    private static readonly bool _areOwn = IsPure(typeof(TKey));

    internal static bool Are(IEqualityComparer<TKey> comparer) => _areOwn && comparer.GetType().Assembly == typeof(object).Assembly;

    private static bool IsPure(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string)) return true;
        if (type == typeof(decimal) || type == typeof(Guid) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan)) return true;
        return type is { IsValueType: true, IsGenericType: true } && type.Assembly == typeof(object).Assembly
            && (type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || type.GetGenericTypeDefinition() == typeof(Nullable<>))
            && Array.TrueForAll(type.GetGenericArguments(), IsPure);
    }
}
