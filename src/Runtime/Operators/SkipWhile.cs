using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.SkipWhile{TSource}(IEnumerable{TSource}, Func{TSource, bool})"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> SkipWhile<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || predicate is null) return Enumerable.SkipWhile(source!, predicate!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.SkipWhileFlow<TSource>(source.AsFlow(site), predicate, null, site);
        }

        /// <summary>The woven form of <see cref="Enumerable.SkipWhile{TSource}(IEnumerable{TSource}, Func{TSource, int, bool})"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> SkipWhile<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int, bool> predicate, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || predicate is null) return Enumerable.SkipWhile(source!, predicate!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.SkipWhileFlow<TSource>(source.AsFlow(site), null, predicate, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>SkipWhile, with one of two kinds of predicate.</summary>
    internal sealed class SkipWhileFlow<T>(Flow<T> source, Func<T, bool>? predicate, Func<T, int, bool>? indexedPredicate, int site) : MethodPassFlow<T, T>(source, site)
    {
        private const int Passing = Started + 2;

        private int _index = -1;

        protected override Flow<T> Clone() => new SkipWhileFlow<T>(Source, predicate, indexedPredicate, Site);

        protected override bool Next()
        {
            if (Open() is not { } records) return false;
            while (records.MoveNext())
            {
                if (State != Passing)
                {
                    if (predicate is not null ? predicate(records.Value) : indexedPredicate!(records.Value, checked(++_index))) continue;
                    State = Passing;
                }
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            return false;
        }
    }
}
