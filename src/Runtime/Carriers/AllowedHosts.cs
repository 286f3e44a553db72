using System.Collections;
using System.Net;
using Weft.Capture;

namespace Weft.Carriers;

/// <summary>The hosts to which headers with lineage go. The texts are those of <c>WEFT_HOSTS</c>.</summary>
// Design: decided by the name in the request alone, without asking the network: a look-up would cost time, would be seen, and could have another answer when the request is sent.
internal sealed class AllowedHosts
{
    internal const string Variable = "WEFT_HOSTS";

    private static readonly IPNetwork[] _privateNetworks =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), // RFC 1918
        IPNetwork.Parse("100.64.0.0/10"),                                                                   // RFC 6598
        IPNetwork.Parse("fc00::/7"),                                                                        // RFC 4193
    ];

    // Names that no public server can have: RFC 6761, 6762 and 8375, and the one that is set aside for private networks.
    private static readonly string[] _privateSuffixes = [".localhost", ".local", ".internal", ".home.arpa", ".test"];

    private readonly bool _isPrivate;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _suffixes = []; // each begins with a dot
    private readonly List<IPNetwork> _networks = [];

    private AllowedHosts(string text, Action<string> complain)
    {
        foreach (string entry in text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (entry.Equals("private", StringComparison.OrdinalIgnoreCase)) _isPrivate = true;
            else if (entry == "*" || entry.Equals("all", StringComparison.OrdinalIgnoreCase)) AreAll = true;
            else if (!entry.Equals("none", StringComparison.OrdinalIgnoreCase) && !Add(entry)) complain($"{Variable}: {entry} is not understood: expected private, all, none, a host's name, *.name, an address or a network such as 10.1.0.0/16; it is ignored");
        }
    }

    /// <summary>Those of this process.</summary>
    internal static AllowedHosts Current { get; } = FromEnvironment(Environment.GetEnvironmentVariables());

    /// <summary>Whether every host is one, those too that an allowed one points to.</summary>
    internal bool AreAll { get; private set; }

    /// <summary>What a text asks for; what cannot be understood is complained about and ignored.</summary>
    internal static AllowedHosts Parse(string text, Action<string> complain) => new(text, complain);

    /// <summary>Whether a request to an address may have the headers.</summary>
    /// <param name="address">The address; one that is relative, or null, goes nowhere.</param>
    internal bool Allows(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true }) return false;
        if (AreAll) return true;
        string host = address.IdnHost;
        if (IPAddress.TryParse(host, out IPAddress? ip)) return AllowsAddress(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip);
        if (host.EndsWith('.')) host = host[..^1];
        return host.Length > 0 && (_names.Contains(host) || _suffixes.Exists(suffix => IsUnder(host, suffix)) || (_isPrivate && IsPrivateName(host)));
    }

    /// <summary>Whether an answer to a caller may have the headers. Callers have no names: where only names are allowed, none may.</summary>
    /// <param name="caller">The caller's address; null is within the machine.</param>
    internal bool AllowsCaller(IPAddress? caller) => AreAll || (caller is null ? _isPrivate : AllowsAddress(caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller));

    private static AllowedHosts FromEnvironment(IDictionary variables) => new(RecorderOptions.FromEnvironment(variables, static _ => { }).Hosts, static _ => { }); // complained about with the others

    private bool AllowsAddress(IPAddress address) =>
        _networks.Exists(network => network.Contains(address)) || (_isPrivate && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) || Array.Exists(_privateNetworks, network => network.Contains(address))));

    // One label is a name of this machine or network: there are no public ones.
    private static bool IsPrivateName(string host) => !host.Contains('.', StringComparison.Ordinal) || Array.Exists(_privateSuffixes, suffix => IsUnder(host, suffix));

    private static bool IsUnder(string host, string suffix) => host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);

    private bool Add(string entry)
    {
        if (IPNetwork.TryParse(entry, out IPNetwork network))
        {
            _networks.Add(network);
            return true;
        }
        if (IPAddress.TryParse(entry, out IPAddress? address))
        {
            _networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            return true;
        }
        bool isSuffix = entry.StartsWith("*.", StringComparison.Ordinal);
        string name = (isSuffix ? entry[2..] : entry).TrimEnd('.');
        if (name.Contains(':', StringComparison.Ordinal) || !Uri.TryCreate($"http://{name}/", UriKind.Absolute, out Uri? uri) || uri.HostNameType != UriHostNameType.Dns || uri.UserInfo.Length > 0 || uri.PathAndQuery != "/" || uri.Fragment.Length > 0) return false;
        if (isSuffix) _suffixes.Add("." + uri.IdnHost);
        else _names.Add(uri.IdnHost);
        return true;
    }
}
