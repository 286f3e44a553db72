using Weft.Capture;

namespace Weft.Flows.Parallel;

/// <summary>
/// Finds out which record is the least or greatest one that PLINQ's own operator will choose; of several, the one with the least span.
/// Used as <c>witness.Choose(ParallelEnumerable.Min(witness.Images))</c>.
/// </summary>
/// <param name="source">The records.</param>
/// <param name="selector">The value of a record.</param>
/// <param name="sign">1 for the least, -1 for the greatest.</param>
/// <param name="site">The operator's site.</param>
internal sealed class ParallelWitness<TSource, T>(ParallelQuery<TSource> source, Func<TSource, T> selector, int sign, int site)
{
    private readonly ThreadLocal<Best> _bests = new(static () => new Best(), trackAllValues: true);
    private readonly bool _isOutput = SiteRegistry.IsOutput(site);
    private Way? _way;

    /// <summary>What the operator has to read, once.</summary>
    internal ParallelQuery<T> Images => source.AsFlow(site).Open(out _way).Select(record =>
    {
        T image = selector(record.Value);
        if (_isOutput && image is not null) _bests.Value!.Meet(image, record.Span, sign);
        return image;
    });

    /// <summary>Records that <paramref name="result"/> is the value of the record found, and gives it back.</summary>
    internal TResult Choose<TResult>(TResult result)
    {
        if (_isOutput)
        {
            var best = new Best();
            foreach (Best ofThread in _bests.Values) best.Meet(ofThread.Value!, ofThread.Span, sign);
            OutputRow.Witness(best.Span, _way!.Step, site);
        }
        _bests.Dispose();
        return result;
    }

    private sealed class Best
    {
        internal T? Value { get; private set; }

        /// <summary>The record's span; 0 while there is none.</summary>
        internal ulong Span { get; private set; }

        // Numbers order as PLINQ orders them: the default comparer, too, puts what is not a number first.
        internal void Meet(T value, ulong span, int sign)
        {
            if (Span != 0)
            {
                int order = Comparer<T>.Default.Compare(value, Value) * sign;
                if (order > 0 || (order == 0 && span > Span)) return;
            }
            Value = value;
            Span = span;
        }
    }
}
