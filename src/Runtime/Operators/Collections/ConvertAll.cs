using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.ConvertAll"/>: the image of one record has that record's span.</summary>
        public static List<TOutput> ConvertAll<TLineage, T, TOutput>(List<T> list, Converter<T, TOutput> converter, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && list is not null && converter is not null ? Operators.Materialise.ConvertAll(list, converter, site) : list!.ConvertAll(converter!);

        /// <summary>The woven form of <see cref="Array.ConvertAll"/>: the image of one record has that record's span.</summary>
        public static TOutput[] ConvertAll<TLineage, TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && array is not null && converter is not null ? Operators.Materialise.ConvertAll(array, converter, site) : Array.ConvertAll(array!, converter!);
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static List<TOutput> ConvertAll<T, TOutput>(List<T> list, Converter<T, TOutput> converter, int site)
        {
            SpanColumn column = Entered(list, list.Count, typeof(T), site);
            List<TOutput> result = list.ConvertAll(converter);
            if (result.Count != column.Count) return result; // the converter took records out of the list
            ListAttachment<TOutput>.Attach(result, column);
            return Keep(result, column, site);
        }

        internal static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter, int site)
        {
            SpanColumn column = Entered(array, array.Length, typeof(TInput), site);
            TOutput[] result = System.Array.ConvertAll(array, converter);
            ArrayAttachment<TOutput>.Attach(result, column);
            return Keep(result, column, site);
        }
    }
}
