using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.Where{TSource}(IEnumerable{TSource}, Func{TSource, bool})"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Where<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || predicate is null) return Enumerable.Where(source!, predicate!);
            return source switch
            {
                Flow<TSource> flow => flow.Where(predicate, site),
                TSource[] { Length: 0 } => [],
                TSource[] array => new Operators.ItemsWhere<ArrayItems<TSource>, TSource>(new(array), predicate, site),
                List<TSource> list => new Operators.ItemsWhere<ListItems<TSource>, TSource>(new(list), predicate, site),
                _ => new Operators.WhereFlow<TSource>(source.AsFlow(site), predicate, site),
            };
        }

        /// <summary>The woven form of <see cref="Enumerable.Where{TSource}(IEnumerable{TSource}, Func{TSource, int, bool})"/>: records pass with their spans.</summary>
        public static IEnumerable<TSource> Where<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int, bool> predicate, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || predicate is null) return Enumerable.Where(source!, predicate!);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.IndexedWhereFlow<TSource>(source.AsFlow(site), predicate, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Where over a flow.</summary>
    internal sealed class WhereFlow<T>(Flow<T> source, Func<T, bool> predicate, int site) : PassFlow<T, T>(source, site)
    {
        protected override Flow<T> Clone() => new WhereFlow<T>(Source, predicate, Site);

        public override bool MoveNext()
        {
            if (Open() is not { } records) return false;
            while (records.MoveNext())
            {
                if (!predicate(records.Value)) continue;
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            Dispose();
            return false;
        }

        internal override Flow<TResult> Select<TResult>(Func<T, TResult> selector, int selectSite)
            => new WhereSelectFlow<T, TResult>(Source, predicate, selector, new FusedSites(Site).Then(selectSite));

        internal override int GetCount(bool onlyIfCheap)
        {
            Func<T, bool> isMatch = predicate;
            if (onlyIfCheap) return -1;
            int count = 0;
            using Flow<T> records = Source.Start();
            while (records.MoveNext())
            {
                if (isMatch(records.Value)) count = checked(count + 1);
            }
            return count;
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            Func<T, bool> isMatch = predicate;
            int count = 0;
            using Flow<T> records = Source.Start();
            while (records.MoveNext())
            {
                if (!isMatch(records.Value)) continue;
                count = checked(count + 1);
                spans.Add(records.Span);
            }
            step = Capture.Steps.Intern(Site, records.Step);
            return count;
        }

        protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans) => DrainInto(values, spans);

        protected internal override int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
            => Capture.Steps.Intern(Site, Source.DrainThrough<TResult, Filter<T, TResult, TStage>, TSink, TCursor>(new(predicate, stage), ref sink, spans));
    }

    /// <summary>Where with the record's index, over a flow.</summary>
    internal sealed class IndexedWhereFlow<T>(Flow<T> source, Func<T, int, bool> predicate, int site) : MethodPassFlow<T, T>(source, site)
    {
        private int _index = -1;

        protected override Flow<T> Clone() => new IndexedWhereFlow<T>(Source, predicate, Site);

        protected override bool Next()
        {
            if (Open() is not { } records) return false;
            while (records.MoveNext())
            {
                if (!predicate(records.Value, checked(++_index))) continue;
                Value = records.Value;
                Span = records.Span;
                return true;
            }
            return false;
        }
    }

    /// <summary>Where over an array or a list.</summary>
    internal sealed class ItemsWhere<TItems, T>(TItems items, Func<T, bool> predicate, int site) : ItemsFlow<TItems, T, T>(items)
        where TItems : struct, IItems<T>
    {
        internal override int Step => Capture.Steps.Intern(site, SourceStep);

        protected override Flow<T> Clone() => new ItemsWhere<TItems, T>(Items, predicate, site);

        public override bool MoveNext()
        {
            if (State != Reading && !Open(site)) return false;
            if (Items.MoveNext(predicate, out T? item))
            {
                Value = item;
                Span = Spans.At(Items.Index);
                return true;
            }
            Dispose();
            return false;
        }

        internal override Flow<TResult> Select<TResult>(Func<T, TResult> selector, int selectSite)
            => new ItemsWhereSelect<TItems, T, TResult>(Items, predicate, selector, site, new FusedSites(site).Then(selectSite));

        // What nobody asks the spans of need not enter.
        internal override int GetCount(bool onlyIfCheap)
        {
            Func<T, bool> isMatch = predicate;
            if (onlyIfCheap) return -1;
            int count = 0;
            foreach (T item in Items.AsSpan())
            {
                if (isMatch(item)) count++;
            }
            return count;
        }

        internal override Chosen<T> First(bool traced) => ElementAt(0, traced);

        internal override Chosen<T> ElementAt(int index, bool traced)
        {
            if (index < 0) return default;
            ReadOnlySpan<T> items = Items.AsSpan();
            for (int i = 0; i < items.Length; i++)
            {
                if (predicate(items[i]) && index-- == 0) return new(items[i], SpanAt(i, traced, site));
            }
            return default;
        }

        // From the end, as LINQ does.
        internal override Chosen<T> Last(bool traced)
        {
            ReadOnlySpan<T> items = Items.AsSpan();
            for (int i = items.Length - 1; i >= 0; i--)
            {
                T item = items[i];
                if (predicate(item)) return new(item, SpanAt(i, traced, site));
            }
            return default;
        }

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            Func<T, bool> isMatch = predicate;
            ReadOnlySpan<T> items = Items.AsSpan();
            SpanReader reader = Origin.Open(Items.Collection, items.Length, typeof(T), site);
            int count = 0;
            for (int i = 0; i < items.Length; i++)
            {
                if (!isMatch(items[i])) continue;
                count++;
                spans.Add(reader.At(i));
            }
            step = Capture.Steps.Intern(site, reader.Step);
            return count;
        }

        protected internal override int Drain(ValueBuffer<T> values, ColumnBuilder spans)
        {
            ValueBuffer<T>.ValueWriter writer = values.Open();
            int step = DrainItems<T, Filter<T, T, Arrive<T>>, ValueBuffer<T>.ValueWriter, ValueBuffer<T>.ValueCursor>(new(predicate, default), throwsIfChanged: false, site, ref writer, spans);
            writer.Close();
            return Capture.Steps.Intern(site, step);
        }

        protected internal override int DrainThrough<TResult, TStage, TSink, TCursor>(TStage stage, ref TSink sink, ColumnBuilder spans)
            => Capture.Steps.Intern(site, DrainItems<TResult, Filter<T, TResult, TStage>, TSink, TCursor>(new(predicate, stage), throwsIfChanged: true, site, ref sink, spans));
    }
}
