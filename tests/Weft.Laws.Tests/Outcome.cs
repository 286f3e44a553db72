using System.Collections;
using System.Globalization;
using System.Text;

namespace Weft.Laws.Tests;

/// <summary>What a program gave and did, as text: its answer with its runtime type, or its exception, and the log.</summary>
internal static class Outcome
{
    internal static string Of(Source source, Func<IEnumerable<int>, List<string>, object?> program)
    {
        var log = new List<string>();
        string answer;
        try
        {
            answer = Text(program(source.Create(log), log));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            answer = Text(exception);
        }
        return source.IsForeign ? answer : answer + "\n  " + string.Join(", ", log);
    }

    private static string Text(Exception exception)
        => $"{exception.GetType()}: {exception.Message} {(exception as ArgumentException)?.ParamName}" + (exception.InnerException is { } inner ? " <- " + Text(inner) : "");

    private static string Text(object? answer) => answer switch
    {
        null => "null",
        string text => '"' + text + '"',
        IEnumerable items => $"{items.GetType()} [{Join(items)}]",
        IFormattable value => $"{value.GetType()} {value.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{answer.GetType()} {answer}",
    };

    private static string Join(IEnumerable items)
    {
        var text = new StringBuilder();
        foreach (object? item in items) text.Append(item is IEnumerable inner and not string ? $"({Join(inner)}) " : item + " ");
        return text.ToString();
    }
}
