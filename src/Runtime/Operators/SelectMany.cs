using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.SelectMany{TSource, TResult}(IEnumerable{TSource}, Func{TSource, IEnumerable{TResult}})"/>: a result follows from the outer and the inner record.</summary>
        public static IEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || selector is null) return Enumerable.SelectMany(source!, selector!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.SelectManyFlow<TSource, TResult>(source.AsFlow(site), selector, null, site);
        }

        /// <summary>The woven form of <see cref="Enumerable.SelectMany{TSource, TResult}(IEnumerable{TSource}, Func{TSource, int, IEnumerable{TResult}})"/>: a result follows from the outer and the inner record.</summary>
        public static IEnumerable<TResult> SelectMany<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, int, IEnumerable<TResult>> selector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || selector is null) return Enumerable.SelectMany(source!, selector!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.SelectManyFlow<TSource, TResult>(source.AsFlow(site), null, selector, site);
        }

        /// <summary>The woven form of <see cref="Enumerable.SelectMany{TSource, TCollection, TResult}(IEnumerable{TSource}, Func{TSource, IEnumerable{TCollection}}, Func{TSource, TCollection, TResult})"/>: a result follows from the outer and the inner record.</summary>
        public static IEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
            IEnumerable<TSource> source, Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || collectionSelector is null || resultSelector is null)
                return Enumerable.SelectMany(source!, collectionSelector!, resultSelector!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.SelectManyResultFlow<TSource, TCollection, TResult>(source.AsFlow(site), collectionSelector, null, resultSelector, site);
        }

        /// <summary>The woven form of <see cref="Enumerable.SelectMany{TSource, TCollection, TResult}(IEnumerable{TSource}, Func{TSource, int, IEnumerable{TCollection}}, Func{TSource, TCollection, TResult})"/>: a result follows from the outer and the inner record.</summary>
        public static IEnumerable<TResult> SelectMany<TLineage, TSource, TCollection, TResult>(
            IEnumerable<TSource> source, Func<TSource, int, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || collectionSelector is null || resultSelector is null)
                return Enumerable.SelectMany(source!, collectionSelector!, resultSelector!);
            return source is TSource[] { Length: 0 } ? [] : new Operators.SelectManyResultFlow<TSource, TCollection, TResult>(source.AsFlow(site), null, collectionSelector, resultSelector, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>What the SelectMany flows share: the outer records, and the inner records of the current one.</summary>
    internal abstract class SelectManyBase<TSource, TCollection, T>(
        Flow<TSource> source, Func<TSource, IEnumerable<TCollection>>? selector, Func<TSource, int, IEnumerable<TCollection>>? indexedSelector, int site)
        : Flow<T>
    {
        private Flow<TSource>? _outer;
        private int _index = -1;

        protected Flow<TSource> Source { get; } = source;

        protected Func<TSource, IEnumerable<TCollection>>? Selector { get; } = selector;

        protected Func<TSource, int, IEnumerable<TCollection>>? IndexedSelector { get; } = indexedSelector;

        protected int Site { get; } = site;

        /// <summary>The inner records under way.</summary>
        protected InnerRecords<TCollection> Inner;

        internal override int Step => 0; // spans are issued here

        /// <summary>Moves to the next inner record, over as many outer records as it takes.</summary>
        protected bool MoveToNextInner(out TSource outer)
        {
            if (State == Started)
            {
                _outer = Source.Start(); // when this throws, the next call tries again, as LINQ's iterator does
                State = Started + 1;
            }
            if (_outer is { } records)
            {
                while (true)
                {
                    if (Inner.MoveNext(out ulong span))
                    {
                        outer = records.Value;
                        Span = span;
                        return true;
                    }
                    Inner.Dispose();
                    if (!records.MoveNext()) break;
                    Inner.Open(InnerOf(records.Value, ref _index), records, Site);
                }
                Dispose();
            }
            outer = default!;
            return false;
        }

        /// <summary>As <see cref="MoveToNextInner"/>, for operators that end as soon as they throw.</summary>
        protected bool MoveToNextInnerOrEnd(out TSource outer)
        {
            bool moved = false;
            try
            {
                return moved = MoveToNextInner(out outer);
            }
            finally
            {
                if (!moved) Dispose();
            }
        }

        protected IEnumerable<TCollection> InnerOf(TSource outer, ref int index) => Selector is { } selector ? selector(outer) : IndexedSelector!(outer, checked(++index));

        public override void Dispose()
        {
            Inner.Dispose();
            _outer?.Dispose();
            _outer = null;
            base.Dispose();
        }
    }

    /// <summary>SelectMany whose results are the inner records.</summary>
    internal sealed class SelectManyFlow<TSource, T>(
        Flow<TSource> source, Func<TSource, IEnumerable<T>>? selector, Func<TSource, int, IEnumerable<T>>? indexedSelector, int site)
        : SelectManyBase<TSource, T, T>(source, selector, indexedSelector, site)
    {
        internal override bool IsIterator => Selector is not null;

        protected override Flow<T> Clone() => new SelectManyFlow<TSource, T>(Source, Selector, IndexedSelector, Site);

        public override bool MoveNext()
        {
            if (Selector is not null ? !MoveToNextInner(out _) : !MoveToNextInnerOrEnd(out _)) return false;
            Value = Inner.Current;
            return true;
        }

        internal override bool Contains(T value)
        {
            if (Selector is not { } selector) return base.Contains(value);
            using Flow<TSource> records = Source.Start();
            while (records.MoveNext())
            {
                if (selector(records.Value) is var inner && (inner is Flow<T> flow ? flow.Contains(value) : inner.Contains(value))) return true;
            }
            return false;
        }

        // LINQ counts without reading inner collections.
        internal override int GetCount(bool onlyIfCheap)
        {
            if (Selector is not { } selector || onlyIfCheap) return base.GetCount(onlyIfCheap);
            int count = 0;
            using Flow<TSource> records = Source.Start();
            while (records.MoveNext()) count = checked(count + (selector(records.Value) is var inner && inner is Flow<T> flow ? flow.GetCount(onlyIfCheap: false) : inner.Count()));
            return count;
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            using var values = new ValueBuffer<T>();
            step = Drain(values, spans);
            return values.Count;
        }

        // Values in bulk, spans a range at a time.
        protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
        {
            int index = -1;
            var inner = new InnerRecords<T>();
            ThreadBuffer buffer = ThreadBuffer.For(SiteRegistry.NumberOf(Site)); // this runs to its end on one thread
            using Flow<TSource> records = Source.Start();
            try
            {
                while (records.MoveNext()) inner.Drain(InnerOf(records.Value, ref index), records, Site, values, spans, buffer);
            }
            finally
            {
                inner.Dispose();
            }
            return 0;
        }
    }

    /// <summary>SelectMany with a result selector.</summary>
    internal sealed class SelectManyResultFlow<TSource, TCollection, T>(
        Flow<TSource> source, Func<TSource, IEnumerable<TCollection>>? selector, Func<TSource, int, IEnumerable<TCollection>>? indexedSelector,
        Func<TSource, TCollection, T> resultSelector, int site)
        : SelectManyBase<TSource, TCollection, T>(source, selector, indexedSelector, site)
    {
        internal override bool IsIterator => false;

        protected override Flow<T> Clone() => new SelectManyResultFlow<TSource, TCollection, T>(Source, Selector, IndexedSelector, resultSelector, Site);

        public override bool MoveNext()
        {
            bool moved = false;
            try
            {
                if (!MoveToNextInner(out TSource outer)) return false;
                Value = resultSelector(outer, Inner.Current);
                return moved = true;
            }
            finally
            {
                if (!moved) Dispose();
            }
        }
    }
}
