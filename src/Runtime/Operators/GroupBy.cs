using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Grouping;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null)
                return Enumerable.GroupBy(source!, keySelector!);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByFlow<TSource, TKey, TSource>(source.AsFlow(site), keySelector, Itself<TSource>.Selector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TLineage, TSource, TKey>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null)
                return Enumerable.GroupBy(source!, keySelector!, comparer);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByFlow<TSource, TKey, TSource>(source.AsFlow(site), keySelector, Itself<TSource>.Selector, comparer, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TResult>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || resultSelector is null)
                return Enumerable.GroupBy(source!, keySelector!, resultSelector!);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByResultFlow<TSource, TKey, TSource, TResult>(source.AsFlow(site), keySelector, Itself<TSource>.Selector, resultSelector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TResult>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || resultSelector is null)
                return Enumerable.GroupBy(source!, keySelector!, resultSelector!, comparer);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByResultFlow<TSource, TKey, TSource, TResult>(source.AsFlow(site), keySelector, Itself<TSource>.Selector, resultSelector, comparer, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TLineage, TSource, TKey, TElement>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || elementSelector is null)
                return Enumerable.GroupBy(source!, keySelector!, elementSelector!);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByFlow<TSource, TKey, TElement>(source.AsFlow(site), keySelector, elementSelector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TLineage, TSource, TKey, TElement>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || elementSelector is null)
                return Enumerable.GroupBy(source!, keySelector!, elementSelector!, comparer);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByFlow<TSource, TKey, TElement>(source.AsFlow(site), keySelector, elementSelector, comparer, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TElement, TResult>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, Func<TKey, IEnumerable<TElement>, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || elementSelector is null || resultSelector is null)
                return Enumerable.GroupBy(source!, keySelector!, elementSelector!, resultSelector!);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByResultFlow<TSource, TKey, TElement, TResult>(source.AsFlow(site), keySelector, elementSelector, resultSelector, null, site);
        }

        /// <summary>The woven form of <c>Enumerable.GroupBy</c>: a group follows from every member; members keep their spans.</summary>
        public static IEnumerable<TResult> GroupBy<TLineage, TSource, TKey, TElement, TResult>(
            IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, Func<TKey, IEnumerable<TElement>, TResult> resultSelector, IEqualityComparer<TKey>? comparer, int site)
            where TLineage : struct, ILineage
        {
            if (!TLineage.IsRecording || source is null || keySelector is null || elementSelector is null || resultSelector is null)
                return Enumerable.GroupBy(source!, keySelector!, elementSelector!, resultSelector!, comparer);
            if (source is TSource[] { Length: 0 }) return [];
            return new Operators.GroupByResultFlow<TSource, TKey, TElement, TResult>(source.AsFlow(site), keySelector, elementSelector, resultSelector, comparer, site);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>What the GroupBy flows share: all records are grouped at the first MoveNext, as LINQ does.</summary>
    internal abstract class GroupByBase<TSource, TKey, TElement, T>(
        Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        : Flow<T>
    {
        private const int NoFinder = int.MaxValue;

        private SpannedLookup<TKey, TElement>? _lookup;
        private IEnumerator<IGrouping<TKey, TElement>>? _groups;
        private int _ordinal;

        protected Flow<TSource> Source { get; } = source;

        protected Func<TSource, TKey> KeySelector { get; } = keySelector;

        protected Func<TSource, TElement> ElementSelector { get; } = elementSelector;

        protected IEqualityComparer<TKey>? Comparer { get; } = comparer;

        protected int Site { get; } = site;

        /// <summary>Whether the program gets to see the group objects, and may hand them to another woven operator.</summary>
        protected abstract bool HandsOutGroups { get; }

        internal override int Step => 0; // a group's span is issued here

        public override bool MoveNext()
        {
            if (State == Started)
            {
                _lookup = Group(HandsOutGroups ? GroupRegistry.LeastGroups : NoFinder);
                if (HandsOutGroups) _lookup.Register();
                _groups = _lookup.Lookup.GetEnumerator();
                State = Started + 1;
            }
            if (_groups is not { } groups) return false;
            if (groups.MoveNext())
            {
                Value = ResultOf(groups.Current, _lookup!.Spans, _ordinal);
                Span = _lookup.Spans.DeriveGroup(ThreadBuffer.For(_lookup.Spans.Step), _ordinal++);
                return true;
            }
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            _groups?.Dispose();
            _groups = null;
            _lookup = null;
            base.Dispose();
        }

        // The number of groups is known only after grouping, which runs the selectors; LINQ does so too.
        internal override int GetCount(bool onlyIfCheap)
            => onlyIfCheap ? -1 : Group(NoFinder).Lookup.Count;

        internal override int CountTraced(ColumnBuilder spans, bool cheaply, out int step)
        {
            SpanColumn groups = Group(NoFinder).Spans.DeriveGroups(ThreadBuffer.Current);
            spans.AddColumn(groups, 0, groups.Count);
            step = 0;
            return groups.Count;
        }

        protected abstract T ResultOf(IGrouping<TKey, TElement> group, GroupSpans spans, int ordinal);

        private SpannedLookup<TKey, TElement> Group(int leastGroups)
            => SpannedLookup<TKey, TElement>.Create(Source, KeySelector, ElementSelector, Comparer, skipNullKeys: false, Site, leastGroups);
    }

    /// <summary>GroupBy whose results are the groups.</summary>
    internal sealed class GroupByFlow<TSource, TKey, TElement>(
        Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer, int site)
        : GroupByBase<TSource, TKey, TElement, IGrouping<TKey, TElement>>(source, keySelector, elementSelector, comparer, site)
    {
        protected override bool HandsOutGroups => true;

        protected override Flow<IGrouping<TKey, TElement>> Clone() => new GroupByFlow<TSource, TKey, TElement>(Source, KeySelector, ElementSelector, Comparer, Site);

        protected override IGrouping<TKey, TElement> ResultOf(IGrouping<TKey, TElement> group, GroupSpans spans, int ordinal) => group;
    }

    /// <summary>GroupBy with a result selector.</summary>
    internal sealed class GroupByResultFlow<TSource, TKey, TElement, T>(
        Flow<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector,
        Func<TKey, IEnumerable<TElement>, T> resultSelector, IEqualityComparer<TKey>? comparer, int site)
        : GroupByBase<TSource, TKey, TElement, T>(source, keySelector, elementSelector, comparer, site)
    {
        protected override bool HandsOutGroups => false;

        protected override Flow<T> Clone() => new GroupByResultFlow<TSource, TKey, TElement, T>(Source, KeySelector, ElementSelector, resultSelector, Comparer, Site);

        // LINQ hands its result selector the group's elements as an array that is cut to size.
        protected override T ResultOf(IGrouping<TKey, TElement> group, GroupSpans spans, int ordinal)
        {
            LookupInternals<TKey, TElement>.Trim(group);
            TElement[] elements = LookupInternals<TKey, TElement>.Elements(group);
            ArrayAttachment<TElement>.Attach(elements, spans.ColumnOf(ordinal));
            return resultSelector(group.Key, elements);
        }
    }
}
