using System.Diagnostics.CodeAnalysis;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Enumerable.Aggregate(source, func)</c>: as an output it follows from every record.</summary>
        public static TSource Aggregate<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, TSource, TSource> func, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && source is Flow<TSource> flow && func is not null)
            {
                var fold = new Operators.FoldFromFirst<TSource>(func);
                OutputRow.Fold<TSource, Operators.FoldFromFirst<TSource>, Operators.FoldFromFirst<TSource>>(flow, ref fold, site);
                return fold.HasStarted ? fold.Folded : Enumerable.Aggregate([], func); // which throws as .NET words it
            }
            if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Aggregate(source, func!);
            var tap = new Tap<TSource>(source, site);
            return tap.Derive(Enumerable.Aggregate(tap.Records, func!));
        }

        /// <summary>The woven form of <c>Enumerable.Aggregate(source, seed, func)</c>: as an output it follows from every record.</summary>
        public static TAccumulate Aggregate<TLineage, TSource, TAccumulate>(IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, int site)
            where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && source is Flow<TSource> flow && func is not null)
            {
                var fold = new Operators.Fold<TSource, TAccumulate>(seed, func);
                OutputRow.Fold<TSource, Operators.Fold<TSource, TAccumulate>, Operators.Fold<TSource, TAccumulate>>(flow, ref fold, site);
                return fold.Folded;
            }
            if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Aggregate(source, seed, func!);
            var tap = new Tap<TSource>(source, site);
            return tap.Derive(Enumerable.Aggregate(tap.Records, seed, func!));
        }

        /// <summary>The woven form of <c>Enumerable.Aggregate(source, seed, func, resultSelector)</c>: as an output it follows from every record.</summary>
        public static TResult Aggregate<TLineage, TSource, TAccumulate, TResult>(
            IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector, int site)
            where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && source is Flow<TSource> flow && func is not null && resultSelector is not null)
            {
                var fold = new Operators.Fold<TSource, TAccumulate>(seed, func);
                OutputRow.Fold<TSource, Operators.Fold<TSource, TAccumulate>, Operators.Fold<TSource, TAccumulate>>(flow, ref fold, site);
                return resultSelector(fold.Folded);
            }
            if (!OutputRow.IsTraced<TLineage>(source, site)) return Enumerable.Aggregate(source, seed, func!, resultSelector!);
            var tap = new Tap<TSource>(source, site);
            return tap.Derive(Enumerable.Aggregate(tap.Records, seed, func!, resultSelector!));
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Folds records into a value, from a seed on.</summary>
    internal struct Fold<T, TAccumulate>(TAccumulate seed, Func<TAccumulate, T, TAccumulate> func) : ISink<T, Fold<T, TAccumulate>>, ICursor<T>
    {
        internal TAccumulate Folded { get; private set; } = seed;

        [UnscopedRef]
        public ref Fold<T, TAccumulate> Cursor => ref this;

        public readonly void Reserve(int count)
        {
        }

        public void Add(T record) => Folded = func(Folded, record);
    }

    /// <summary>Folds records into one of their kind, from the first on.</summary>
    internal struct FoldFromFirst<T>(Func<T, T, T> func) : ISink<T, FoldFromFirst<T>>, ICursor<T>
    {
        internal T Folded { get; private set; } = default!;

        internal bool HasStarted { get; private set; }

        [UnscopedRef]
        public ref FoldFromFirst<T> Cursor => ref this;

        public readonly void Reserve(int count)
        {
        }

        public void Add(T record)
        {
            Folded = HasStarted ? func(Folded, record) : record;
            HasStarted = true;
        }
    }
}
