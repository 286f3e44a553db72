using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.FindAll"/>: records pass with their spans.</summary>
        public static List<T> FindAll<TLineage, T>(List<T> list, Predicate<T> match, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && list is not null && match is not null ? Operators.Materialise.FindAll(list, match, site) : list!.FindAll(match!);

        /// <summary>The woven form of <see cref="Array.FindAll"/>: records pass with their spans.</summary>
        public static T[] FindAll<TLineage, T>(T[] array, Predicate<T> match, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && array is not null && match is not null ? Operators.Materialise.FindAll(array, match, site) : Array.FindAll(array!, match!);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static List<T> FindAll<T>(List<T> list, Predicate<T> match, int site)
        {
            var found = new Found<T>(list, list.Count, match, site);
            List<T> result = list.FindAll(found.Predicate);
            SpanColumn column = found.Finish();
            ListAttachment<T>.Attach(result, column);
            return Keep(result, column, site);
        }

        internal static T[] FindAll<T>(T[] array, Predicate<T> match, int site)
        {
            var found = new Found<T>(array, array.Length, match, site);
            T[] result = System.Array.FindAll(array, found.Predicate);
            SpanColumn column = found.Finish();
            ArrayAttachment<T>.Attach(result, column);
            return Keep(result, column, site);
        }

        // What the predicate let pass.
        private sealed class Found<T>
        {
            private readonly ColumnBuilder _spans = new(); // the predicate may fill columns of its own
            private readonly int _site;
            private RecordsByIndex _records;

            internal Found(object collection, int count, Predicate<T> match, int site)
            {
                _site = site;
                _records = new RecordsByIndex(collection, count, typeof(T), site);
                Predicate = item =>
                {
                    ulong span = _records.Next();
                    if (!match(item)) return false;
                    _spans.Add(span);
                    return true;
                };
            }

            internal Predicate<T> Predicate { get; }

            internal SpanColumn Finish() => _spans.Finish(Steps.Intern(_site, _records.Step));
        }
    }
}
