namespace Weft.Flows;

/// <summary>A flow of a derived type, read as a sequence of <typeparamref name="T"/>: <c>IEnumerable&lt;string&gt;</c> passed as <c>IEnumerable&lt;object&gt;</c>.</summary>
internal sealed class CovariantFlow<T>(IEnumerable<T> source) : Flow<T>
{
    private IEnumerator<T>? _enumerator;
    private Flow? _spans; // the enumerator itself

    internal override int Step => (_spans ?? (Flow)source).Step;

    protected override Flow<T> Clone() => new CovariantFlow<T>(source);

    public override bool MoveNext()
    {
        if (State == Started)
        {
            _enumerator = source.GetEnumerator();
            _spans = (Flow)_enumerator;
            State = Started + 1;
        }
        if (State != Started + 1) return false;
        if (_enumerator!.MoveNext())
        {
            Value = _enumerator.Current;
            Span = _spans!.Span;
            return true;
        }
        Dispose();
        return false;
    }

    public override void Dispose()
    {
        _enumerator?.Dispose();
        _enumerator = null;
        base.Dispose();
    }
}
