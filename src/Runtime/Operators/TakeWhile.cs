using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.TakeWhile{TSource}(IEnumerable{TSource}, Func{TSource, bool})"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> TakeWhile<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || predicate is null) return Enumerable.TakeWhile(source!, predicate!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.TakeWhileFlow<TSource>(source.AsFlow(site), predicate, null, site);
        }

        /// <summary>The woven form of <see cref="Enumerable.TakeWhile{TSource}(IEnumerable{TSource}, Func{TSource, int, bool})"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> TakeWhile<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int, bool> predicate, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || predicate is null) return Enumerable.TakeWhile(source!, predicate!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.TakeWhileFlow<TSource>(source.AsFlow(site), null, predicate, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>TakeWhile, with one of two kinds of predicate.</summary>
    internal sealed class TakeWhileFlow<T>(Flow<T> source, Func<T, bool>? predicate, Func<T, int, bool>? indexedPredicate, int site) : MethodPassFlow<T, T>(source, site)
    {
        private int _index = -1;

        protected override Flow<T> Clone() => new TakeWhileFlow<T>(Source, predicate, indexedPredicate, Site);

        protected override bool Next()
        {
            if (Open() is not { } records) return false;
            if (records.MoveNext() && (predicate is not null ? predicate(records.Value) : indexedPredicate!(records.Value, checked(++_index))))
            {
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            return false;
        }
    }
}
