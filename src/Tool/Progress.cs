using System.Diagnostics;
using System.Globalization;

namespace Weft.Tool;

/// <summary>Tells a waiting person that work goes on: one line on standard error, when it is a terminal and the work takes long.</summary>
internal static class Progress
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Does the work.</summary>
    internal static T During<T>(ToolEnvironment environment, string what, Func<T> work) => During(environment, what, _ => work());

    /// <summary>Does work that says how far it has got.</summary>
    internal static T During<T>(ToolEnvironment environment, string what, Func<Action<string>, T> work)
    {
        if (!environment.IsErrorTerminal) return work(static _ => { });
        string reached = "";

        var clock = Stopwatch.StartNew();
        var gate = new Lock();
        int shown = 0; // columns of the line on the screen
        bool isDone = false;
        using var timer = new Timer(_ => Show(), null, _patience, _interval);
        try
        {
            return work(text => Volatile.Write(ref reached, ", " + text));
        }
        finally
        {
            lock (gate)
            {
                isDone = true;
                if (shown > 0) environment.Error.Write("\r" + new string(' ', shown) + "\r");
            }
        }

        void Show()
        {
            lock (gate)
            {
                if (isDone) return;
                string line = string.Create(CultureInfo.InvariantCulture, $"{what} ... {clock.Elapsed.TotalSeconds:0} s{Volatile.Read(ref reached)}");
                if (line.Length >= environment.Width) line = line[..(environment.Width - 1)];
                environment.Error.Write("\r" + line);
                shown = Math.Max(shown, line.Length);
            }
        }
    }
}
