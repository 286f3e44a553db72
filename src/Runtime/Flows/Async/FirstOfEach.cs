namespace Weft.Flows.Async;

/// <summary>Numbers on their way to one of .NET's operators; remembers the first of the least and of the greatest.</summary>
internal sealed class FirstOfEach<T>(IAsyncEnumerable<T> source, CurrentSpan span) : AsyncReading<T>(source), IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private Chosen<T> _least;
    private Chosen<T> _greatest;

    /// <inheritdoc/>
    public T Current => SourceCurrent;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Start(cancellationToken);
        return this;
    }

    /// <summary>The span of the first number that equals the operator's result; 0 when there is none.</summary>
    internal ulong Find(T? result)
    {
        if (result is null) return 0;
        return _greatest.Found && Comparer<T>.Default.Compare(_greatest.Value, result) == 0 ? _greatest.Span : _least.Span;
    }

    // The default comparer puts what is not a number first, as the operators do.
    protected override void Moved()
    {
        T number = SourceCurrent;
        if (number is null) return;
        if (!_least.Found || Comparer<T>.Default.Compare(number, _least.Value) < 0) _least = new(number, span.Value);
        if (!_greatest.Found || Comparer<T>.Default.Compare(number, _greatest.Value) > 0) _greatest = new(number, span.Value);
    }
}
