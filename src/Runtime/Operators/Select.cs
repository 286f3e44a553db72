using Weft.Capture;
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
                TSource[] array => new Operators.ItemsSelect<ArrayItems<TSource>, TSource, TResult>(new(array), selector, site),
                List<TSource> list => new Operators.ItemsSelect<ListItems<TSource>, TSource, TResult>(new(list), selector, site),
                _ => new Operators.SelectFlow<TSource, TResult>(source.AsFlow(site), selector, site),
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
    internal sealed class SelectFlow<TSource, T>(Flow<TSource> source, Func<TSource, T> selector, int site) : PassFlow<TSource, T>(source, site)
    {
        protected override Flow<T> Clone() => new SelectFlow<TSource, T>(Source, selector, Site);

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

        protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
        {
            using Flow<TSource> records = Source.Start();
            while (records.MoveNext())
            {
                values.Add(selector(records.Value));
                spans.Add(records.Span);
            }
            return Steps.Intern(Site, records.Step);
        }
    }

    /// <summary>Select with the record's index, over a flow.</summary>
    internal sealed class IndexedSelectFlow<TSource, T>(Flow<TSource> source, Func<TSource, int, T> selector, int site) : PassFlow<TSource, T>(source, site)
    {
        private int _index = -1;

        protected override Flow<T> Clone() => new IndexedSelectFlow<TSource, T>(Source, selector, Site);

        public override bool MoveNext()
        {
            if (Open() is not { } records) return false;
            if (records.MoveNext())
            {
                Value = selector(records.Value, checked(++_index));
                Span = records.Span;
                return true;
            }
            Dispose();
            return false;
        }
    }

    /// <summary>Select over an array or a list.</summary>
    internal sealed class ItemsSelect<TItems, TSource, T>(TItems items, Func<TSource, T> selector, int site) : ItemsFlow<TItems, TSource, T>(items)
        where TItems : struct, IItems<TSource>
    {
        internal override int Step => Steps.Intern(site, SourceStep);

        protected override Flow<T> Clone() => new ItemsSelect<TItems, TSource, T>(Items, selector, site);

        public override bool MoveNext()
        {
            if (State != Reading && !Open(site)) return false;
            if (Items.MoveNext())
            {
                Value = selector(Items.Current);
                Span = Spans.At(Items.Index);
                return true;
            }
            Dispose();
            return false;
        }

        // LINQ counts by running the selector on every item, for its side effects.
        internal override int GetCount(bool onlyIfCheap)
        {
            ReadOnlySpan<TSource> items = Items.AsSpan();
            if (!onlyIfCheap)
            {
                foreach (TSource item in items) selector(item);
            }
            return items.Length;
        }

        internal override Chosen<T> ElementAt(int index)
        {
            ReadOnlySpan<TSource> items = Items.AsSpan();
            return (uint)index < (uint)items.Length ? Image(items, index) : default;
        }

        internal override Chosen<T> First() => ElementAt(0);

        internal override Chosen<T> Last()
        {
            ReadOnlySpan<TSource> items = Items.AsSpan();
            return items.IsEmpty ? default : Image(items, items.Length - 1);
        }

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

        private int Project(ReadOnlySpan<TSource> items, Span<T> results, ColumnBuilder spans)
        {
            for (int i = 0; i < items.Length; i++) results[i] = selector(items[i]);
            SpanColumn column = Origin.ColumnOrRoots(Items.Collection, items.Length, typeof(TSource), site);
            spans.AddColumn(column, 0, items.Length);
            return Steps.Intern(site, column.Step);
        }

        private Chosen<T> Image(ReadOnlySpan<TSource> items, int index)
            => new(selector(items[index]), Origin.ColumnOrRoots(Items.Collection, items.Length, typeof(TSource), site)[index]);
    }
}
