using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Suites.Weaving;

/// <summary>Where an assembly has its symbols, and thus where the woven one gets them: a portable pdb beside it, in itself, or nowhere.</summary>
internal sealed class SymbolFormat
{
    private readonly string? _pdb;
    private readonly bool _embedded;

    private SymbolFormat(string? pdb, bool embedded)
    {
        _pdb = pdb;
        _embedded = embedded;
    }

    /// <exception cref="SuiteException">The assembly has native code beside its IL, which would be run in place of what is woven.</exception>
    public static SymbolFormat Of(string assembly, byte[] dll)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(dll));
        if ((module.Attributes & ModuleAttributes.ILOnly) == 0)
            throw new SuiteException($"{assembly} has native code beside its IL (ReadyToRun); weave what its compiler wrote, for instance the assembly of its NuGet package");
        string pdb = Path.ChangeExtension(assembly, ".pdb");
        if (File.Exists(pdb) && IsPortable(pdb)) return new SymbolFormat(pdb, embedded: false);
        return new SymbolFormat(null, module.GetDebugHeader().Entries.Any(entry => entry.Directory.Type == ImageDebugType.EmbeddedPortablePdb));
    }

    public ModuleDefinition Read(byte[] dll, IAssemblyResolver resolver)
    {
        var parameters = new ReaderParameters { AssemblyResolver = resolver };
        if (_pdb is not null)
        {
            parameters.ReadSymbols = true;
            parameters.SymbolStream = new MemoryStream(File.ReadAllBytes(_pdb));
            parameters.SymbolReaderProvider = new PortablePdbReaderProvider();
        }
        else if (_embedded)
        {
            parameters.ReadSymbols = true;
            parameters.SymbolReaderProvider = new EmbeddedPortablePdbReaderProvider();
        }
        return ModuleDefinition.ReadModule(new MemoryStream(dll), parameters);
    }

    public void Write(ModuleDefinition module, string output)
    {
        // To a file of its own first: what cannot be written must not cost the user the file that is there. Cecil wants a name for embedded symbols.
        string woven = output + ".weaving";
        using MemoryStream? pdb = _pdb is null ? null : new MemoryStream();
        var parameters = new WriterParameters { WriteSymbols = _pdb is not null || _embedded };
        if (_embedded) parameters.SymbolWriterProvider = new EmbeddedPortablePdbWriterProvider();
        if (pdb is not null)
        {
            parameters.SymbolStream = pdb;
            parameters.SymbolWriterProvider = new PortablePdbWriterProvider();
        }
        try
        {
            module.Write(woven, parameters);
            File.Move(woven, output, overwrite: true);
        }
        finally
        {
            File.Delete(woven);
        }
        if (pdb is not null) File.WriteAllBytes(Path.ChangeExtension(output, ".pdb"), pdb.ToArray());
    }

    // ECMA-335 II.24.2.1: metadata begins with this signature; a Windows pdb does not.
    private static bool IsPortable(string pdb)
    {
        using FileStream stream = File.OpenRead(pdb);
        Span<byte> signature = stackalloc byte[4];
        return stream.ReadAtLeast(signature, 4, throwOnEndOfStream: false) == 4 && signature.SequenceEqual("BSJB"u8);
    }
}
