using System.Runtime.CompilerServices;

namespace Weft.Flows.Collections;

/// <summary>Whether two records are the same: the same object, or equal values.</summary>
internal sealed class SameRecord<T> : IEqualityComparer<ValueTuple<T>>
{
    internal static readonly SameRecord<T> Instance = new();

    public bool Equals(ValueTuple<T> x, ValueTuple<T> y)
        => typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(x.Item1, y.Item1) : ReferenceEquals(x.Item1, y.Item1);

    public int GetHashCode(ValueTuple<T> record)
        => typeof(T).IsValueType ? EqualityComparer<T>.Default.GetHashCode(record.Item1!) : RuntimeHelpers.GetHashCode(record.Item1);
}
