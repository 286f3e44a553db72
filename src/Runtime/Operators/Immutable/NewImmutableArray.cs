using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>ImmutableArray.Create(items)</c>: the record itself, by index.</summary>
        public static ImmutableArray<T> NewImmutableArray<TLineage, T>(T[]? items, int site) where TLineage : struct, ILineage
            => Operators.Materialise.ImmutablePart<TLineage, T>(ImmutableArray.Create(items), items, 0, site);

        /// <summary>The woven form of <c>ImmutableArray.Create(items, start, length)</c>: the record itself, by index.</summary>
        public static ImmutableArray<T> NewImmutableArray<TLineage, T>(T[] items, int start, int length, int site) where TLineage : struct, ILineage
            => Operators.Materialise.ImmutablePart<TLineage, T>(ImmutableArray.Create(items, start, length), items, start, site);

        /// <summary>The woven form of <c>ImmutableArray.Create(items, start, length)</c>: the record itself, by index.</summary>
        public static ImmutableArray<T> NewImmutableArray<TLineage, T>(ImmutableArray<T> items, int start, int length, int site) where TLineage : struct, ILineage
            => Operators.Materialise.ImmutablePart<TLineage, T>(ImmutableArray.Create(items, start, length), ImmutableCollectionsMarshal.AsArray(items), start, site);

        /// <summary>The woven form of <c>ImmutableArray.CreateRange(items, selector)</c>: the image of one record has that record's span.</summary>
        public static ImmutableArray<TResult> NewImmutableArray<TLineage, TSource, TResult>(ImmutableArray<TSource> items, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
            => Operators.Materialise.ImmutablePart<TLineage, TResult>(ImmutableArray.CreateRange(items, selector), ImmutableCollectionsMarshal.AsArray(items), 0, site);

        /// <summary>The woven form of <c>ImmutableArray.CreateRange(items, start, length, selector)</c>: the image of one record has that record's span.</summary>
        public static ImmutableArray<TResult> NewImmutableArray<TLineage, TSource, TResult>(ImmutableArray<TSource> items, int start, int length, Func<TSource, TResult> selector, int site)
            where TLineage : struct, ILineage
            => Operators.Materialise.ImmutablePart<TLineage, TResult>(ImmutableArray.CreateRange(items, start, length, selector), ImmutableCollectionsMarshal.AsArray(items), start, site);

        /// <summary>The woven form of <c>ImmutableArray.CreateRange(items, selector, arg)</c>: the image of one record has that record's span.</summary>
        public static ImmutableArray<TResult> NewImmutableArray<TLineage, TSource, TArg, TResult>(ImmutableArray<TSource> items, Func<TSource, TArg, TResult> selector, TArg arg, int site)
            where TLineage : struct, ILineage where TArg : allows ref struct
            => Operators.Materialise.ImmutablePart<TLineage, TResult>(ImmutableArray.CreateRange(items, selector, arg), ImmutableCollectionsMarshal.AsArray(items), 0, site);

        /// <summary>The woven form of <c>ImmutableArray.CreateRange(items, start, length, selector, arg)</c>: the image of one record has that record's span.</summary>
        public static ImmutableArray<TResult> NewImmutableArray<TLineage, TSource, TArg, TResult>(
            ImmutableArray<TSource> items, int start, int length, Func<TSource, TArg, TResult> selector, TArg arg, int site)
            where TLineage : struct, ILineage where TArg : allows ref struct
            => Operators.Materialise.ImmutablePart<TLineage, TResult>(ImmutableArray.CreateRange(items, start, length, selector, arg), ImmutableCollectionsMarshal.AsArray(items), start, site);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        /// <summary>An immutable array made of as many records of an array from <paramref name="start"/> on.</summary>
        internal static ImmutableArray<T> ImmutablePart<TLineage, T>(ImmutableArray<T> made, Array? array, int start, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && array is not null && made.Length > 0 && Origin.MayCarry(array)
                ? ImmutableArray(made, PartOf(array, array.Length, start, made.Length, array.GetType().GetElementType()!, site), site)
                : made;
    }
}
