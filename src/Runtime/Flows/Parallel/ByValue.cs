namespace Weft.Flows.Parallel;

/// <summary>Compares records with spans by the records, as the program's comparer does.</summary>
internal sealed class ByValue<T>(IEqualityComparer<T>? comparer) : IEqualityComparer<Chosen<T>>
{
    private readonly IEqualityComparer<T> _values = comparer ?? EqualityComparer<T>.Default;

    public bool Equals(Chosen<T> x, Chosen<T> y) => _values.Equals(x.Value, y.Value);

    public int GetHashCode(Chosen<T> record) => _values.GetHashCode(record.Value!); // of null, too, as PLINQ asks it
}
