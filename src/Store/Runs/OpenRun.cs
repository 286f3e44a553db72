using Weft.Answers;
using Weft.Segments;
using Weft.Store.Catalogue;

namespace Weft.Store.Runs;

/// <summary>A run whose recording is open for questions. For one thread at a time.</summary>
internal sealed class OpenRun : IDisposable
{
    private RunCatalogue? _catalogue;

    private OpenRun(RunInfo info, RunRecording recording)
    {
        Info = info;
        Recording = recording;
        Places = new Places(recording);
    }

    /// <summary>What the listing says of the run.</summary>
    internal RunInfo Info { get; }

    /// <summary>The recording.</summary>
    internal RunRecording Recording { get; }

    /// <summary>Names sites and sources.</summary>
    internal Places Places { get; }

    /// <summary>The outputs and sources.</summary>
    internal RunCatalogue Catalogue => _catalogue ??= new RunCatalogue(this);

    /// <summary>Places of the recording that could not be read, each with file and offset.</summary>
    internal IReadOnlyList<string> Damages => [.. Recording.Damages.Select(damage => damage.ToString())];

    /// <summary>Reads a run. Throws <see cref="AskException"/> when nothing of it can be read.</summary>
    internal static OpenRun Open(RunInfo info)
    {
        try
        {
            return new OpenRun(info, RunRecording.Open(info.Directory));
        }
        catch (InvalidDataException damage)
        {
            throw new AskException(AskFault.Unreadable, damage.Message);
        }
    }

    public void Dispose() => Recording.Dispose();
}
