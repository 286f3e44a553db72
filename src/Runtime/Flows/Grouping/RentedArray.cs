using System.Buffers;

namespace Weft.Flows.Grouping;

/// <summary>Arrays from the shared pool that grow with what is put into them.</summary>
internal static class RentedArray
{
    private const int LeastLength = 64;

    /// <summary>An array with room for <paramref name="count"/> items and as many more.</summary>
    internal static T[] RentFor<T>(int count) => ArrayPool<T>.Shared.Rent(Math.Max(LeastLength, count * 2));

    /// <summary>Doubles the room of an array with <paramref name="count"/> items in use.</summary>
    internal static void Grow<T>(ref T[] array, int count)
    {
        T[] larger = RentFor<T>(count);
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    /// <summary>Gives an array back, if there is one.</summary>
    internal static void Return<T>(T[]? array)
    {
        if (array is not null) ArrayPool<T>.Shared.Return(array);
    }
}
