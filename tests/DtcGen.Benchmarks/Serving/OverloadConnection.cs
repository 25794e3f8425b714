using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DtcGen.Benchmarks;

/// <summary>
/// A connection that sends one request over and over. It does no more than it must: where client and server share the
/// processors, what the client needs is missing to the server.
/// </summary>
internal sealed class OverloadConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly byte[] _request;

    private OverloadConnection(byte[] request) => _request = request;

    public static async Task<OverloadConnection> OpenAsync(Uri address, byte[] request)
    {
        var connection = new OverloadConnection(request);
        await connection._socket.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>Sends the request and waits for the whole answer.</summary>
    /// <returns>The answer's status.</returns>
    public async Task<int> AskAsync()
    {
        await _socket.SendAsync(_request);
        var length = 0;
        do
        {
            var count = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            length += count > 0 ? count : throw new IOException("The server closed the connection instead of answering.");
        }
        while (!IsWhole(_buffer.AsSpan(0, length)));
        return int.Parse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var body = answer.IndexOf("\r\n\r\n"u8) + 4;
        if (body < 4)
        {
            return false;
        }

        var headers = Encoding.ASCII.GetString(answer[..body]);
        const string length = "\r\nContent-Length: ";
        var at = headers.IndexOf(length, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? answer.EndsWith("\r\n0\r\n\r\n"u8)
            : answer.Length >= body + int.Parse(headers[(at + length.Length)..headers.IndexOf('\r', at + 2)], CultureInfo.InvariantCulture);
    }
}
