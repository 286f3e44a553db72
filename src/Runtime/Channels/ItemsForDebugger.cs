using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Weft.Channels;

/// <summary>What a debugger shows of a channel, its reader or its writer: the items in it, as of .NET's own.</summary>
internal abstract class ItemsForDebugger<T>
{
    /// <summary>Takes the items of what a debugger looks at; it is for debuggers alone that this reads what .NET keeps for its own view, and shows nothing where that is not there.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A trimmed program's debugger shows no items.")]
    private protected ItemsForDebugger(object messages)
    {
        MethodInfo? read = messages.GetType().GetInterfaces().FirstOrDefault(type => type.Name.StartsWith("IDebugEnumerable", StringComparison.Ordinal))?.GetMethod("GetEnumerator");
        if (read?.Invoke(messages, null) is not IEnumerator<Message<T>> enumerator) return;
        var items = new List<T>();
        while (enumerator.MoveNext()) items.Add(enumerator.Current.Item);
        Items = [.. items];
    }

    /// <summary>The items, in the order in which they will be read.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public T[] Items { get; } = [];
}

/// <inheritdoc/>
internal sealed class ChannelForDebugger<T>(LineageChannel<T> channel) : ItemsForDebugger<T>(((LineageChannelReader<T>)channel.Reader).Messages);

/// <inheritdoc/>
internal sealed class ReaderForDebugger<T>(LineageChannelReader<T> reader) : ItemsForDebugger<T>(reader.Messages);

/// <inheritdoc/>
internal sealed class WriterForDebugger<T>(LineageChannelWriter<T> writer) : ItemsForDebugger<T>(writer.Messages);
