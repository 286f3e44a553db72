using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.RemoveAll"/>: the records that stay keep their spans.</summary>
        public static int RemoveAll<TLineage, T>(List<T> list, Predicate<T> match, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && list is not null && match is not null && TracedList<T>.TryFind(list, out TracedList<T> traced)
                ? Operators.InPlace.RemoveAll(list, traced, match, site)
                : list!.RemoveAll(match!);
    }
}

namespace Weft.Operators
{
    internal static partial class InPlace
    {
        internal static int RemoveAll<T>(List<T> list, TracedList<T> traced, Predicate<T> match, int site)
        {
            var kept = new ColumnBuilder(); // the predicate may fill columns of its own
            SpanReader spans = SpanReader.Over(traced.Column);
            int index = 0, count = list.Count, version = ListAttachment<T>.Version(list);
            bool isWhole = false;
            try
            {
                int removed = list.RemoveAll(item =>
                {
                    bool isMatch = match(item);
                    if (!isMatch && index < count) kept.Add(spans.At(index));
                    index++;
                    return isMatch;
                });
                isWhole = index == count && removed + kept.Count == count && ListAttachment<T>.Version(list) == version + Math.Min(removed, 1);
                if (isWhole && removed > 0) traced.Becomes(kept.Finish(Steps.Intern(site, traced.Column.Step)));
                return removed;
            }
            finally
            {
                // Broken off, .NET leaves records moved and counts no change of it.
                if (!isWhole) Attachments.Set(list, new CutAttachment(site));
            }
        }
    }
}
