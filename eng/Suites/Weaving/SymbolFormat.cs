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

    public static SymbolFormat Of(string assembly, byte[] dll)
    {
        string pdb = Path.ChangeExtension(assembly, ".pdb");
        if (File.Exists(pdb) && IsPortable(pdb)) return new SymbolFormat(pdb, embedded: false);
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(dll));
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
        // A native image of the methods as they were would be run in place of what is woven; Cecil does not carry it over.
        var parameters = new WriterParameters();
        using FileStream? pdb = _pdb is null ? null : File.Create(Path.ChangeExtension(output, ".pdb"));
        if (pdb is not null)
        {
            parameters.WriteSymbols = true;
            parameters.SymbolStream = pdb;
            parameters.SymbolWriterProvider = new PortablePdbWriterProvider();
        }
        else if (_embedded)
        {
            parameters.WriteSymbols = true;
            parameters.SymbolWriterProvider = new EmbeddedPortablePdbWriterProvider();
        }
        module.Write(output, parameters);
    }

    // ECMA-335 II.24.2.1: metadata begins with this signature; a Windows pdb does not.
    private static bool IsPortable(string pdb)
    {
        using FileStream stream = File.OpenRead(pdb);
        Span<byte> signature = stackalloc byte[4];
        return stream.ReadAtLeast(signature, 4, throwOnEndOfStream: false) == 4 && signature.SequenceEqual("BSJB"u8);
    }
}
