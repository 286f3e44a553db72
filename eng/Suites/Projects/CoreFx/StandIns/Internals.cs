// Internal interfaces of .NET Core 3.1 that tests of its immutable collections name. What casts to them fails, woven as unwoven.
namespace System.Collections.Immutable
{
    internal interface IBinaryTree
    {
        int Height { get; }

        bool IsEmpty { get; }

        IBinaryTree Left { get; }

        IBinaryTree Right { get; }
    }
}
