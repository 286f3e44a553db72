using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Enumerable.DefaultIfEmpty{TSource}(IEnumerable{TSource})"/>: records pass with their spans; the default is a root of the call.</summary>
        public static IEnumerable<TSource?> DefaultIfEmpty<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => DefaultIfEmpty<TLineage, TSource?>(source, default, site);

        /// <summary>The woven form of <see cref="Enumerable.DefaultIfEmpty{TSource}(IEnumerable{TSource}, TSource)"/>: records pass with their spans; the default is a root of the call.</summary>
        public static IEnumerable<TSource> DefaultIfEmpty<TLineage, TSource>(IEnumerable<TSource> source, TSource defaultValue, int site) where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null) return Enumerable.DefaultIfEmpty(source!, defaultValue);
            return source is TSource[] { Length: > 0 } ? source : new Operators.DefaultIfEmptyFlow<TSource>(source.AsFlow(site), defaultValue, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>DefaultIfEmpty.</summary>
    internal sealed class DefaultIfEmptyFlow<T>(Flow<T> source, T defaultValue, int site) : PassFlow<T, T>(source, site)
    {
        internal override bool CountsInOrder => Source.CountsInOrder;

        protected override Flow<T> Clone() => new DefaultIfEmptyFlow<T>(Source, defaultValue, Site);

        public override bool MoveNext() => State == Started ? MoveToFirst(MoveOn) : MoveOn();

        private bool MoveOn()
        {
            const int BehindDefault = Started + 2;
            bool isFirst = State == Started;
            if (State != BehindDefault && Open() is { } records)
            {
                if (records.MoveNext())
                {
                    Value = records.Value;
                    Span = records.Span;
                    return true;
                }
                if (isFirst)
                {
                    Value = defaultValue;
                    Span = DefaultSpan();
                    State = BehindDefault;
                    return true;
                }
            }
            Dispose();
            return false;
        }

        internal override int GetCount(bool onlyIfCheap) => Source.GetCount(onlyIfCheap) is var count && count == 0 ? 1 : count;

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            int count = Source.CountTraced(spans, cheaply, out int sourceStep);
            step = Steps.Intern(Site, sourceStep);
            if (count > 0) return count;
            spans.Add(DefaultSpan());
            return 1;
        }

        internal override Chosen<T> First(bool traced) => OrDefault(Source.First(traced));

        internal override Chosen<T> Last(bool traced) => OrDefault(Source.Last(traced));

        internal override Chosen<T> ElementAt(int index, bool traced)
            => Source.ElementAt(index, traced) is var chosen && index == 0 ? OrDefault(chosen) : chosen;

        internal override bool Contains(T value)
            => Source.GetCount(onlyIfCheap: true) is var count && count >= 0
                ? count > 0 ? Source.Contains(value) : EqualityComparer<T>.Default.Equals(value, defaultValue)
                : base.Contains(value);

        internal override T[] ToArray(ColumnBuilder spans, out int step)
        {
            T[] array = Source.ToArray(spans, out int sourceStep);
            step = Steps.Intern(Site, sourceStep);
            if (array.Length > 0) return array;
            spans.Add(DefaultSpan());
            return [defaultValue];
        }

        internal override List<T> ToList(ColumnBuilder spans, out int step)
        {
            List<T> list = Source.ToList(spans, out int sourceStep);
            step = Steps.Intern(Site, sourceStep);
            if (list.Count > 0) return list;
            spans.Add(DefaultSpan());
            list.Add(defaultValue);
            return list;
        }

        private Chosen<T> OrDefault(Chosen<T> chosen) => chosen.Found ? chosen : new(defaultValue, DefaultSpan());

        private ulong DefaultSpan() => Recorder.RootRange(Sources.Value(Site), 0, 1);
    }
}
