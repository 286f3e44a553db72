using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Select{TSource, TResult}(IEnumerable{TSource}, Func{TSource, TResult})"/>: the image of a record has its span.</summary>
        public static IEnumerable<TResult> Select<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> selector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || selector is null) return Enumerable.Select(source!, selector!);
            return source switch
            {
                Flow<TSource> flow => flow.Select(selector, site),
                TSource[] { Length: 0 } => [],
                TSource[] array => new Operators.ItemsSelect<ArrayItems<TSource>, TSource, TResult>(new(array), selector, site, new FusedSites(site)),
                List<TSource> list => new Operators.ItemsSelect<ListItems<TSource>, TSource, TResult>(new(list), selector, site, new FusedSites(site)),
                _ => new Operators.SelectFlow<TSource, TResult>(source.AsFlow(site), selector, new FusedSites(site)),
            };
        }

        /// <summary>The woven form of <see cref="Enumerable.Select{TSource, TResult}(IEnumerable{TSource}, Func{TSource, int, TResult})"/>: the image of a record has its span.</summary>
        public static IEnumerable<TResult> Select<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, int, TResult> selector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || selector is null) return Enumerable.Select(source!, selector!);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.IndexedSelectFlow<TSource, TResult>(source.AsFlow(site), selector, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Select over a flow.</summary>
    internal sealed class SelectFlow<TSource, T>(Flow<TSource> source, Func<TSource, T> selector, FusedSites sites) : PassFlow<TSource, T>(source, 0)
    {
        internal override int Step => sites.StepFrom(SourceStep);

        protected override Flow<T> Clone() => new SelectFlow<TSource, T>(Source, selector, sites);

        internal override Flow<TResult> Select<TResult>(Func<T, TResult> next, int nextSite)
            => new SelectFlow<TSource, TResult>(Source, selector.Then(next), sites.Then(nextSite));

        public override bool MoveNext()
        {
            if (Open() is not { } records) return false;
            if (records.MoveNext())
            {
                Value = selector(records.Value);
                Span = records.Span;
                return true;
            }
            Dispose();
            return false;
        }

        protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans) => DrainInto(values, spans);

        protected internal override int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
            => sites.StepFrom(Source.DrainThrough<TResult, Project<TSource, T, TResult, TStage>, TSink, TCursor>(new(selector, stage), ref sink, spans));

        // LINQ knows the number of what one of its iterators or a list will give, but not that of another collection.
        internal override int GetCount(bool onlyIfCheap)
            => onlyIfCheap ? Source.IsIterator ? Source.GetCount(onlyIfCheap: true) : -1 : Indexed?.GetCount(onlyIfCheap) ?? base.GetCount(onlyIfCheap);

        // The selector does not see what LINQ skips below it.
        internal override Flow<T>? Skip(int count, int site) => !Source.IsIterator ? base.Skip(count, site)
            : Source.Skip(count, 0) is { } rest ? new SelectFlow<TSource, T>(rest, selector, sites.Then(site))
            : null;

        internal override Flow<T>? Take(int count, int site) => !Source.IsIterator ? base.Take(count, site)
            : Source.Take(count, 0) is { } start ? new SelectFlow<TSource, T>(start, selector, sites.Then(site))
            : null;

        internal override bool CountsInOrder => Source.CountsInOrder;

        // What LINQ reads by index it also projects by index.
        private ItemsPartSelect<IndexedItems<TSource>, TSource, T>? Indexed => (Source as SourceFlow<TSource>)?.SelectIndexed(selector, sites);

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            if (Indexed is { } items) return items.CountTraced(spans, cheaply, out step);
            if (!cheaply || GetCount(onlyIfCheap: true) < 0) return base.CountTraced(spans, cheaply, out step);
            int count = Source.CountTraced(spans, cheaply, out step);
            step = sites.StepFrom(step);
            return count;
        }

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            step = 0;
            return Indexed is { } items ? items.ToArray(spans, out step) : IsEmptyForSure ? [] : base.ToArray(spans, out step);
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step)
        {
            step = 0;
            return Indexed is { } items ? items.ToList(spans, out step) : IsEmptyForSure ? [] : base.ToList(spans, out step);
        }

        internal override bool Contains(T value) => Indexed?.Contains(value) ?? base.Contains(value);

        // Then LINQ does not read on.
        private bool IsEmptyForSure => GetCount(onlyIfCheap: true) == 0;

        internal override Chosen<T> First(bool traced) => Source.IsIterator ? Image(Source.First(traced)) : base.First(traced);

        internal override Chosen<T> ElementAt(int index, bool traced)
        {
            if (Source.IsIterator) return Image(Source.ElementAt(index, traced));
            if (index < 0) return default;
            using Flow<TSource> records = Source.Start();
            while (records.Advance())
            {
                if (index-- != 0) continue;
                records.ReadValue();
                return Image(records.Choose());
            }
            return default;
        }

        internal override Chosen<T> Last(bool traced)
        {
            if (Source.IsIterator) return Image(Source.Last(traced));
            using Flow<TSource> records = Source.Start();
            Chosen<TSource> last = default;
            while (records.MoveNext()) last = records.Choose();
            return Image(last);
        }

        private Chosen<T> Image(Chosen<TSource> chosen) => chosen.Found ? new(selector(chosen.Value), chosen.Span) : default;
    }

    /// <summary>Select with the record's index, over a flow.</summary>
    internal sealed class IndexedSelectFlow<TSource, T>(Flow<TSource> source, Func<TSource, int, T> selector, int site) : MethodPassFlow<TSource, T>(source, site)
    {
        private int _index = -1;

        protected override Flow<T> Clone() => new IndexedSelectFlow<TSource, T>(Source, selector, Site);

        protected override bool Next()
        {
            if (Open() is not { } records) return false;
            if (records.MoveNext())
            {
                Value = selector(records.Value, checked(++_index));
                Span = records.Span;
                return true;
            }
            return false;
        }
    }

    /// <summary>Select over an array or a list.</summary>
    internal sealed class ItemsSelect<TItems, TSource, T>(TItems items, Func<TSource, T> selector, int site, FusedSites sites) : ItemsFlow<TItems, TSource, T>(items)
        where TItems : struct, IItems<TSource>
    {
        internal override int Step => sites.StepFrom(SourceStep);

        protected override Flow<T> Clone() => new ItemsSelect<TItems, TSource, T>(Items, selector, site, sites);

        internal override Flow<TResult> Select<TResult>(Func<T, TResult> next, int nextSite)
            => new ItemsSelect<TItems, TSource, TResult>(Items, selector.Then(next), site, sites.Then(nextSite));

        public override bool MoveNext()
        {
            int index = Next;
            if (index < WindowEnd && Items.IsUnchanged)
            {
                Next = index + 1;
                Span = WindowFirst + (uint)index;
                Value = selector(Items[index]);
                return true;
            }
            if (!MoveToNextItem(site, out TSource? item)) return false;
            Value = selector(item);
            return true;
        }

        // LINQ counts by running the selector on every item, for its side effects.
        internal override int GetCount(bool onlyIfCheap)
        {
            Func<TSource, T> imageOf = selector;
            ReadOnlySpan<TSource> items = Items.AsSpan();
            if (!onlyIfCheap)
            {
                foreach (TSource item in items) imageOf(item);
            }
            return items.Length;
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            int count = GetCount(onlyIfCheap: cheaply);
            SpanColumn column = Origin.ColumnOrRoots(Items.Collection, count, typeof(TSource), site);
            spans.AddColumn(column, 0, count);
            step = sites.StepFrom(column.Step);
            return count;
        }

        // LINQ sees at once that nothing, or all, can be left of an array.
        internal override Flow<T>? Skip(int count, int skipSite) => typeof(TItems) == typeof(ArrayItems<TSource>) && count >= Items.Count ? null
            : new ItemsPartSelect<TItems, TSource, T>(Items, selector, count, int.MaxValue, site, sites.Then(skipSite));

        internal override Flow<T> Take(int count, int takeSite) => typeof(TItems) == typeof(ArrayItems<TSource>) && count >= Items.Count
            ? new ItemsSelect<TItems, TSource, T>(Items, selector, site, sites.Then(takeSite))
            : new ItemsPartSelect<TItems, TSource, T>(Items, selector, 0, count - 1, site, sites.Then(takeSite));

        internal override Chosen<T> ElementAt(int index, bool traced)
        {
            ReadOnlySpan<TSource> items = Items.AsSpan();
            return (uint)index < (uint)items.Length ? Image(items, index, traced) : default;
        }

        internal override Chosen<T> First(bool traced) => ElementAt(0, traced);

        internal override Chosen<T> Last(bool traced) => ElementAt(Items.AsSpan().Length - 1, traced);

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            ReadOnlySpan<TSource> items = Items.AsSpan();
            if (items.IsEmpty)
            {
                step = 0;
                return [];
            }
            var array = new T[items.Length];
            step = Project(items, array, spans);
            return array;
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step)
        {
            ReadOnlySpan<TSource> items = Items.AsSpan();
            var list = new List<T>(items.Length);
            System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, items.Length);
            step = Project(items, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list), spans);
            return list;
        }

        protected internal override int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
            => sites.StepFrom(DrainItems<TResult, Project<TSource, T, TResult, TStage>, TSink, TCursor>(new(selector, stage), throwsIfChanged: true, site, ref sink, spans));

        private int Project(ReadOnlySpan<TSource> items, Span<T> results, ColumnBuilder spans)
        {
            Func<TSource, T> imageOf = selector;
            for (int i = 0; i < items.Length; i++) results[i] = imageOf(items[i]);
            SpanColumn column = Origin.ColumnOrRoots(Items.Collection, items.Length, typeof(TSource), site);
            spans.AddColumn(column, 0, items.Length);
            return sites.StepFrom(column.Step);
        }

        private Chosen<T> Image(ReadOnlySpan<TSource> items, int index, bool traced) => new(selector(items[index]), SpanAt(index, traced, site));
    }
}
