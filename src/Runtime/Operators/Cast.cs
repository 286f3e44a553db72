using System.Collections;
using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Cast{TResult}"/>: records pass with their spans.</summary>
        public static IEnumerable<TResult> Cast<TLineage, TResult>(IEnumerable source, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && source is not (null or IEnumerable<TResult>) ? new Operators.CastFlow<TResult>(source, site) : Enumerable.Cast<TResult>(source!);
    }
}

namespace Weft.Operators
{
    /// <summary>Cast of a sequence that is not of the type yet.</summary>
    internal sealed class CastFlow<T>(IEnumerable source, int site) : Flow<T>
    {
        private AnyRecords _records = new(source, site);

        internal override int Step => Steps.Intern(site, _records.Step);

        internal override bool IsIterator => source is ICollection;

        protected override Flow<T> Clone() => new CastFlow<T>(source, site);

        public override bool MoveNext()
        {
            if (IsIterator) return Next();
            bool moved = false;
            try
            {
                return moved = Next();
            }
            finally
            {
                if (!moved) Dispose();
            }
        }

        private bool Next()
        {
            if (State == Started)
            {
                _records.Start();
                State = Started + 1;
            }
            if (State != Started + 1) return false;
            if (_records.MoveNext())
            {
                Span = _records.NextSpan();
                Value = (T)_records.Current!;
                return true;
            }
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            _records.End();
            base.Dispose();
        }

        internal override int GetCount(bool onlyIfCheap) => source is ICollection collection ? collection.Count : base.GetCount(onlyIfCheap);

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            if (source is not ICollection collection) return base.CountTraced(spans, cheaply, out step);
            SpanColumn column = Origin.ColumnOrRoots(source, collection.Count, typeof(object), site);
            spans.AddColumn(column, 0, column.Count);
            step = Steps.Intern(site, column.Step);
            return column.Count;
        }
    }
}
