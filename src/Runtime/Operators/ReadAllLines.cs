using System.Text;
using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="File.ReadAllLines(string)"/>: each line is a root, by file and line.</summary>
        public static string[] ReadAllLines<TLineage>(string path, int site) where TLineage : struct, ILineage
        {
            string[] lines = File.ReadAllLines(path);
            return TLineage.IsRecording ? Operators.Materialise.Lines(lines, path, site) : lines;
        }

        /// <summary>The woven form of <see cref="File.ReadAllLines(string, Encoding)"/>: each line is a root, by file and line.</summary>
        public static string[] ReadAllLines<TLineage>(string path, Encoding encoding, int site) where TLineage : struct, ILineage
        {
            string[] lines = File.ReadAllLines(path, encoding);
            return TLineage.IsRecording ? Operators.Materialise.Lines(lines, path, site) : lines;
        }

        /// <summary>The woven form of <see cref="File.ReadAllLinesAsync(string, CancellationToken)"/>: each line is a root, by file and line.</summary>
        public static Task<string[]> ReadAllLinesAsync<TLineage>(string path, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        {
            Task<string[]> lines = File.ReadAllLinesAsync(path, cancellationToken);
            return TLineage.IsRecording ? Operators.Materialise.Lines(lines, Path.GetFullPath(path), site) : lines;
        }

        /// <summary>The woven form of <see cref="File.ReadAllLinesAsync(string, Encoding, CancellationToken)"/>: each line is a root, by file and line.</summary>
        public static Task<string[]> ReadAllLinesAsync<TLineage>(string path, Encoding encoding, CancellationToken cancellationToken, int site) where TLineage : struct, ILineage
        {
            Task<string[]> lines = File.ReadAllLinesAsync(path, encoding, cancellationToken);
            return TLineage.IsRecording ? Operators.Materialise.Lines(lines, Path.GetFullPath(path), site) : lines;
        }
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        // The task, or one of the same outcome, whose lines are known before anybody gets them.
        internal static Task<string[]> Lines(Task<string[]> task, string path, int site)
        {
            if (task.IsCompleted)
            {
                if (task.IsCompletedSuccessfully) Lines(task.Result, path, site);
                return task;
            }
            return task.ContinueWith(
                done =>
                {
                    if (done.IsCompletedSuccessfully) Lines(done.Result, path, site);
                    return done;
                },
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
        }

        internal static string[] Lines(string[] lines, string path, int site)
        {
            var column = new RangeColumn(Recorder.RootRange(Sources.File(site, path), 0, lines.Length), lines.Length, 0);
            // The empty array is one object for everybody.
            ArrayAttachment<string>.Attach(lines, column);
            return Keep(lines, column, site);
        }
    }
}
